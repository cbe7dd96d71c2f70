export const id = 829;
export const ids = [829];
export const modules = {

/***/ 2829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  placeSettings: () => (/* binding */ placeSettings)
});

// EXTERNAL MODULE: ./lib/documents/ownership.js
var ownership = __webpack_require__(3155);
// EXTERNAL MODULE: ./lib/tree/value.js
var tree_value = __webpack_require__(7221);
// EXTERNAL MODULE: ./lib/rules/drafts/words.js
var words = __webpack_require__(9693);
// EXTERNAL MODULE: ./lib/terraform/trace/index.js + 40 modules
var trace = __webpack_require__(4909);
// EXTERNAL MODULE: ./lib/terraform/plan/index.js
var terraform_plan = __webpack_require__(6694);
// EXTERNAL MODULE: ./lib/text/edit.js
var edit = __webpack_require__(2635);
// EXTERNAL MODULE: ./lib/fix/locate.js
var locate = __webpack_require__(145);
// EXTERNAL MODULE: ./lib/fix/bucket-owner-enforced.js
var bucket_owner_enforced = __webpack_require__(9482);
// EXTERNAL MODULE: ./lib/fix/sites/place.js
var place = __webpack_require__(1023);
;// CONCATENATED MODULE: ./lib/fix/sites/acl.js


function isControls({ parsed }) {
    return parsed.mode === 'managed' && parsed.type === 'aws_s3_bucket_ownership_controls';
}
/**
 * What of the plans' ACLs stands against `BucketOwnerEnforced` (docs/semantics.md, D43), as a clause; null when
 * nothing does. An ACL of a bucket that cannot be told counts: applying both would fail.
 */
function aclObstacle(setting, plan, change, plans) {
    const index = new terraform_plan/* PlanIndex */.mr(plan);
    const own = bucketOf(change, index);
    for (const other of plans) {
        const there = other === plan ? index : new terraform_plan/* PlanIndex */.mr(other);
        const acl = other.changes.find((one) => isAcl(one) && mayBeSame(own, bucketOf(one, there), other === plan));
        if (acl !== undefined)
            return removal(acl, setting);
    }
    const inline = own.resource === null ? null : inlineAcl(own.resource, index);
    return inline === null
        ? null
        : `the argument "${inline}" of ${(0,words/* cut */.Jj)(own.resource?.address ?? '')} must be removed in the same change`;
}
function isAcl({ parsed, after, deposed }) {
    return parsed.mode === 'managed' && parsed.type === 'aws_s3_bucket_acl' && after !== null && !deposed;
}
function removal(acl, { acl: state }) {
    const address = (0,words/* cut */.Jj)(acl.address);
    const remove = `the ACL resource ${address} must be removed in the same change, since applying it fails once ACLs are disabled`;
    const isPrivate = acl.after?.acl === 'private' && state.kind !== 'grants';
    // Removing the resource leaves the grants on the bucket, and disabling ACLs then fails.
    return isPrivate ? remove : `${remove}; apply it once with acl = "private" before`;
}
/** The bucket that a resource is about, or the bucket itself: its name and its resource, as far as the plan tells. */
function bucketOf(change, index) {
    if (change.parsed.type === 'aws_s3_bucket')
        return { name: acl_text(change.after?.bucket), resource: change };
    const resource = (0,terraform_plan/* bucketResource */.Xu)(index, change);
    const name = acl_text(change.after?.bucket) ?? acl_text(change.before?.bucket) ?? acl_text(resource?.after?.bucket);
    return { name, resource };
}
function acl_text(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}
function mayBeSame(a, b, samePlan) {
    if (a.name !== null && b.name !== null)
        return a.name === b.name;
    if (!samePlan)
        return false;
    if (a.resource !== null && b.resource !== null)
        return a.resource === b.resource;
    return true;
}
/** An ACL in the bucket's own block, as it was written before there was a resource for it. */
function inlineAcl(bucket, index) {
    return ['acl', 'grant'].find((name) => index.isSet(bucket.parsed, name)) ?? null;
}

// EXTERNAL MODULE: ./lib/fix/sites/edited-texts.js
var edited_texts = __webpack_require__(598);
// EXTERNAL MODULE: ./lib/fix/sites/compare-sources.js
var compare_sources = __webpack_require__(3680);
;// CONCATENATED MODULE: ./lib/fix/sites/settings-trial.js




/**
 * Evaluates the sources with the edits in them: the settings that they are for must be `BucketOwnerEnforced`, every
 * other one and all policies as before. All are tried together; where that shows anything else, each is tried alone.
 */
async function verifySettings(edits, settings, policies, sources) {
    return (0,edited_texts/* tried */.J)(edits, (some) => holds(some, settings, policies, sources));
}
async function holds(edits, settings, policies, sources) {
    const texts = (0,edited_texts/* editedTexts */.m)(edits.map(({ path, textEdits }) => ({ path, edits: textEdits })), sources);
    if (texts === null)
        return false;
    const after = (0,compare_sources/* withTexts */.j)(sources.files, texts);
    // An edit may change the value of a variable, which the plan states as it was.
    const given = new Map();
    for (const { change, request } of settings) {
        const variables = given.get(request.variables) ?? (await (0,trace/* givenVariables */.P)(request, sources.files));
        given.set(request.variables, variables);
        const open = { ...request, variables, planned: null };
        const { value: now } = await (0,trace/* locateAttribute */.Xf)(open, after);
        if (edits.some(({ changes }) => changes.has(change))) {
            if (now !== ownership/* ENFORCED */.BB)
                return false;
        }
        else {
            const { value: before } = await (0,trace/* locateAttribute */.Xf)(open, sources.files);
            if (JSON.stringify(before) !== JSON.stringify(now))
                return false;
        }
    }
    if (edits.every(({ direct }) => direct))
        return true;
    const requests = policies.map((policy) => sources.requestFor(policy)).filter((request) => request !== null);
    return (await (0,compare_sources/* changedStatements */.v)(requests, sources.files, after)).length === 0;
}

// EXTERNAL MODULE: ./lib/fix/statement.js
var statement = __webpack_require__(1850);
;// CONCATENATED MODULE: ./lib/fix/sites/settings.js












/**
 * Places findings on planned settings on the lines of their sources, and edits a literal there where nothing else has
 * its value from it, no ACL is in use, and the edited sources evaluate to the wanted value for exactly these instances.
 */
async function placeSettings(drafts, policies, sources) {
    const subjects = [];
    for (const draft of drafts) {
        const subject = await subjectOf(draft, sources);
        if (subject !== null)
            subjects.push(subject);
    }
    const refused = new Map(subjects.map((subject) => [subject, refusalOf(subject, sources)]));
    const willing = subjects.filter((subject) => refused.get(subject) === null);
    const settings = willing.length === 0 ? [] : settingsOf(sources);
    const edits = editsOf(willing, refused, await usersOf(settings, sources), sources);
    const accepted = await verifySettings(edits, settings, policies, sources);
    const made = new Map();
    for (const [i, edit] of edits.entries()) {
        const members = willing.filter(({ change }) => edit.changes.has(change));
        for (const one of members) {
            if (accepted[i] === true)
                made.set(one, edit);
            else
                refused.set(one, 'the edit would change more than this setting');
        }
    }
    return new Map(subjects.map((one) => [one.draft, placed(one, made.get(one) ?? null, refused.get(one) ?? null, sources)]));
}
async function subjectOf(draft, sources) {
    const { path, address } = draft.setting.origin;
    for (const plan of sources.plans) {
        const change = plan.path === path ? plan.changes.find((one) => one.address === address && !one.deposed) : undefined;
        if (change === undefined)
            continue;
        const request = requestFor(plan, change, sources);
        return { draft, plan, change, located: request === null ? null : await (0,trace/* locateAttribute */.Xf)(request, sources.files) };
    }
    return null;
}
/** What to ask the sources about: the setting, or of a bucket without one the ACL that shows that ACLs are enabled. */
function requestFor(plan, change, sources) {
    const rootDirectory = sources.rootOf(plan);
    if (rootDirectory === null)
        return null;
    const base = { rootDirectory, address: change.parsed, variables: plan.variables };
    if (!isControls(change))
        return { ...base, block: null, attribute: 'acl', planned: null };
    const rule = Array.isArray(change.after?.rule) ? change.after.rule[0] : null;
    const value = (0,tree_value/* isObject */.Gv)(rule) ? (0,tree_value/* member */.Dc)(rule, 'object_ownership') : undefined;
    return {
        ...base,
        block: 'rule',
        attribute: 'object_ownership',
        planned: typeof value === 'string' ? value : null,
    };
}
/** Why the change is shown only; null where an edit may be tried. */
function refusalOf({ draft, plan, change, located }, sources) {
    const acl = aclObstacle(draft.setting, plan, change, sources.plans);
    const move = 'ACLs may be in use, so move their grants to the bucket policy first';
    if (draft.aclsInUse)
        return acl === null ? move : `${move}; ${acl}`;
    if (acl !== null)
        return acl;
    if (!isControls(change) || draft.setting.setting.kind !== 'value')
        return 'the setting is not written in the sources';
    if (located === null)
        return 'its source was not found';
    const { literal } = located;
    if (literal === null)
        return located.why ?? 'the value is not written out in the sources';
    if (literal.whyNotEditable !== null)
        return literal.whyNotEditable;
    return sources.isLinked(literal.range.path) ? 'the file is reached through a symbolic link' : null;
}
/** One edit for each literal; where a planned instance that has no need of it uses the literal, none. */
function editsOf(willing, refused, users, sources) {
    const edits = new Map();
    for (const subject of willing) {
        const literal = subject.located?.literal ?? null;
        if (literal === null || edits.has(literal.range.id))
            continue;
        const own = new Set(willing.filter((one) => one.located?.literal?.range.id === literal.range.id).map(changeOf));
        const others = (users.get(literal.range.id) ?? []).filter((change) => !own.has(change));
        const { path, start, end } = literal.range;
        const textEdits = [{ offset: start, length: end - start, text: JSON.stringify(ownership/* ENFORCED */.BB) }];
        const text = sources.text(path);
        const line = text === null ? null : (0,edit/* toLineEdit */.MS)(text, textEdits);
        const why = others.length > 0 ? sharedBy(others) : lineRefusal(text, line);
        if (why !== null || line === null)
            refused.set(subject, why);
        else {
            const direct = literal.direct;
            edits.set(literal.range.id, { path, textEdits, line: { path, ...line }, direct, changes: own });
        }
    }
    return [...edits.values()];
}
function changeOf({ change }) {
    return change;
}
const MAX_NAMED = 3;
function sharedBy(others) {
    const names = others.slice(0, MAX_NAMED).map(({ address }) => (0,words/* cut */.Jj)(address));
    const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : '';
    return `other planned settings come from the same lines and do not need the same edit (${names.join(', ')}${more})`;
}
function lineRefusal(text, line) {
    if (text === null || line === null)
        return 'the edit would change nothing';
    return (0,statement/* unsuitableLines */.SL)(text, { path: '', ...line });
}
/** The planned settings whose value comes from each literal, by the id of its range. */
async function usersOf(settings, sources) {
    const users = new Map();
    for (const { request, change } of settings) {
        const { literal } = await (0,trace/* locateAttribute */.Xf)(request, sources.files);
        if (literal !== null)
            users.set(literal.range.id, [...(users.get(literal.range.id) ?? []), change]);
    }
    return users;
}
/** Every setting that the plans put in place and that sources may be known of. */
function settingsOf(sources) {
    return sources.plans.flatMap((plan) => plan.changes.flatMap((change) => {
        const present = isControls(change) && !change.deposed && change.after !== null;
        const request = present ? requestFor(plan, change, sources) : null;
        return request === null ? [] : [{ change, request }];
    }));
}
function placed(subject, edit, why, sources) {
    const { located, draft } = subject;
    const range = located?.literal?.range ?? located?.fallback?.range ?? null;
    const text = range === null ? null : sources.text(range.path);
    const location = range === null || text === null ? null : (0,locate/* locationOf */.h)(range.path, text, range);
    const at = { location, text: text ?? '', path: edit?.path ?? location?.path ?? draft.setting.origin.path };
    const fix = edit === null ? (0,bucket_owner_enforced/* shown */.SP)(wantedLines(subject), why ?? 'no edit of its source changes it') : (0,bucket_owner_enforced/* offered */.Ix)(edit.line);
    return { ...at, fix: (0,place/* planAgain */.Gj)(fix), textEdits: edit?.textEdits ?? [] };
}
/** The lines that a person has to write: a caller's arguments, the setting, or a resource that holds it. */
function wantedLines({ draft, plan, change, located }) {
    const setting = `object_ownership = "${ownership/* ENFORCED */.BB}"`;
    if (/(?:^|[/:])terraform-aws-modules\/(?:terraform-aws-)?s3-bucket(?:\W|$)/.test(located?.fetchedFrom ?? '')) {
        // Without the first line the module takes no notice of the second.
        return `control_object_ownership = true\nobject_ownership         = "${ownership/* ENFORCED */.BB}"`;
    }
    if (isControls(change) && change.after !== null)
        return `rule {\n  ${setting}\n}`;
    const { name } = change.parsed;
    const label = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(name) ? name : 'this';
    const bucket = isReferable(plan, change) ? `aws_s3_bucket.${label}.id` : `"${(0,bucket_owner_enforced/* pastedBucket */._N)(draft.setting.bucket)}"`;
    return `resource "aws_s3_bucket_ownership_controls" "${label}" {\n  bucket = ${bucket}\n\n  rule {\n    ${setting}\n  }\n}`;
}
/** Whether the bucket at hand is the only one of its name in its module, so that a reference needs no key. */
function isReferable(plan, change) {
    const { parsed } = change;
    return parsed.type === 'aws_s3_bucket' && parsed.key === null && new terraform_plan/* PlanIndex */.mr(plan).configured(parsed) !== null;
}


/***/ })

};
