export const id = 299;
export const ids = [299];
export const modules = {

/***/ 6299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ plannedPolicies),
/* harmony export */   y: () => (/* binding */ PLAN_READER)
/* harmony export */ });
/* harmony import */ var _iam_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7006);
/* harmony import */ var _tree_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7221);
/* harmony import */ var _terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5301);
/* harmony import */ var _terraform_plan_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6694);




/** Unknown leaves are tokens, named by where they stand in the plan. */
const PLAN_READER = {
    text: (value) => ((0,_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnknownValue */ .GB)(value) ? [{ token: value.unknown }] : (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .readPlainText */ .Sg)(value)),
    token: (value) => ((0,_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnknownValue */ .GB)(value) ? { token: value.unknown } : null),
};
function plannedPolicies(plan) {
    return plan.kind === 'state' || plan.refreshOnly ? fromState(plan) : new PlanReader(plan).read();
}
class PlanReader {
    #plan;
    #index;
    /** Whether the plan marks a part of some policy document as sensitive. */
    #hidesDocuments;
    #policies = [];
    #unknown = [];
    #unreadable = [];
    #buckets = [];
    constructor(plan) {
        this.#plan = plan;
        this.#index = new _terraform_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .PlanIndex */ .mr(plan);
        this.#hidesDocuments = plan.changes.some(_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isSensitiveDocument */ .af);
    }
    read() {
        // What is destroyed or absent after the plan is not judged; a no-op policy is.
        const present = this.#plan.changes.filter(({ deposed, after, parsed }) => !deposed && after !== null && parsed.mode === 'managed');
        for (const change of present) {
            if (change.parsed.type === 'aws_s3_bucket_policy')
                this.#policy(change);
            else if (change.parsed.type === 'aws_s3_bucket')
                this.#bucket(change);
        }
        for (const address of this.#plan.malformed) {
            this.#unreadable.push({ address, bucket: null, why: 'its address in the plan cannot be read', sensitive: false });
        }
        const settings = [
            ...present.filter(isControls).map((change) => this.#controls(change, change.after)),
            ...this.#deletedControls(present),
            ...present.map((change) => this.#grantsOf(change)).filter((setting) => setting !== null),
        ];
        return {
            policies: this.#policies,
            settings,
            unknown: this.#unknown,
            unreadable: this.#unreadable,
            buckets: this.#buckets,
        };
    }
    #bucket(change) {
        const name = change.after?.bucket;
        const bucket = typeof name === 'string' ? name : null;
        this.#buckets.push({ address: change.address, bucket, tags: tagsIn(change.after ?? {}, change.afterUnknown) });
        // The attribute is computed too: unless the configuration sets it, it echoes the bucket's present policy.
        if (this.#index.isSet(change.parsed, 'policy'))
            this.#policy(change);
    }
    #policy(change) {
        const text = change.after?.policy;
        const bucket = this.#bucketOf(change);
        const name = typeof bucket === 'string' && !hidesBucket(change) ? bucket : null;
        if (typeof text === 'string') {
            const marks = {
                sensitive: isSensitive(change),
                hidesBucket: hidesBucket(change),
                unchanged: isNoOp(change),
            };
            const policy = text === '' ? null : policyOf(text, this.#origin(change), bucket, marks);
            if (policy !== null)
                this.#policies.push(policy);
            else if (text !== '') {
                const why = 'its text in the plan is not a policy in JSON';
                this.#unreadable.push({ address: change.address, bucket: name, why, sensitive: isSensitive(change) });
            }
        }
        else if (change.afterUnknown.policy === true)
            this.#deferred(change, bucket, name);
    }
    /** Known only after apply: the statements of a deferred policy document, else nothing that a plan holds. */
    #deferred(change, bucket, name) {
        const references = this.#index.namedBy(change.parsed, 'policy') ?? [];
        const [target] = references;
        const isDocument = references.length === 1 && target?.type === 'aws_iam_policy_document';
        const document = isDocument ? this.#index.planned(change.parsed, target) : null;
        const used = new Set();
        const statements = document === null ? null : (0,_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .deferredStatements */ .O0)(this.#index, document, used);
        if (statements === null) {
            this.#unknown.push({
                address: change.address,
                bucket: name,
                why: 'it is known only after apply',
                // Which documents it is made of is not known here.
                sensitive: isSensitive(change) || this.#hidesDocuments,
            });
            return;
        }
        const raw = { Version: document?.after?.version ?? '2012-10-17', Statement: statements };
        this.#policies.push({
            origin: this.#origin(change),
            document: (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePolicy */ .ON)(raw, PLAN_READER),
            raw,
            bucket,
            hasTokens: true,
            sensitive: isSensitive(change) || [...used].some(_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isSensitiveDocument */ .af),
            hidesBucket: hidesBucket(change),
            unchanged: false,
            deferred: true,
        });
    }
    #origin(change) {
        return { source: 'terraform-plan', path: this.#plan.path, at: [], base: 0, address: change.address, wrapped: true };
    }
    /** The bucket's name from the plan, else a token for the bucket resource that the expression refers to. */
    #bucketOf(change) {
        const own = change.after?.bucket;
        if (typeof own === 'string' && own !== '')
            return own;
        if (change.parsed.type === 'aws_s3_bucket')
            return null;
        const bucket = (0,_terraform_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .bucketResource */ .Xu)(this.#index, change);
        const name = bucket?.after?.bucket;
        if (typeof name === 'string' && name !== '')
            return name;
        return null;
    }
    /** Controls that the plan deletes while the bucket stays: ACLs are enabled again. */
    #deletedControls(present) {
        const deleted = this.#plan.changes.filter((change) => isControls(change) && change.after === null && !change.deposed);
        return deleted
            .map((change) => this.#controls(change, null))
            .filter(({ bucket }) => {
            const stays = (other) => other.parsed.type === 'aws_s3_bucket' && other.after?.bucket === bucket;
            return (bucket !== null &&
                present.some(stays) &&
                !present.some((other) => isControls(other) && this.#bucketOf(other) === bucket));
        });
    }
    /** An existing bucket with grants to others and no controls in the plan: its ACLs are enabled. */
    #grantsOf(change) {
        if (change.parsed.type !== 'aws_s3_bucket' || change.actions.includes('create'))
            return null;
        const bucket = change.after?.bucket;
        const acl = this.#aclOf(typeof bucket === 'string' ? bucket : null, change);
        if (acl.kind !== 'grants' || typeof bucket !== 'string')
            return null;
        if (this.#plan.changes.some((other) => isControls(other) && this.#bucketOf(other) === bucket))
            return null;
        return {
            origin: this.#origin(change),
            bucket,
            setting: { kind: 'unknown' },
            acl,
            policies: { known: true, list: [] },
        };
    }
    #controls(change, after) {
        const rule = after !== null && Array.isArray(after.rule) ? after.rule[0] : null;
        const value = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_3__/* .memberAt */ .mz)(rule, 'object_ownership');
        const former = change.before?.bucket;
        const bucket = this.#bucketOf(change) ?? (typeof former === 'string' ? former : null);
        const resource = (0,_terraform_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .bucketResource */ .Xu)(this.#index, change);
        const setting = after === null ? { kind: 'none' } : typeof value === 'string' ? { kind: 'value', value } : { kind: 'unknown' };
        return {
            origin: this.#origin(change),
            bucket: typeof bucket === 'string' && !hidesBucket(change) ? bucket : null,
            setting,
            acl: this.#aclOf(bucket, resource),
            policies: this.#policiesOf(bucket, resource),
        };
    }
    /** The planned policies of a bucket; not known where one that cannot be read, or told from others, may be its own. */
    #policiesOf(bucket, resource) {
        const isOwn = (address, name) => {
            if (typeof bucket === 'string' && typeof name === 'string')
                return name === bucket;
            const other = this.#plan.changes.find((one) => one.address === address && !one.deposed);
            const its = other?.parsed.type === 'aws_s3_bucket' ? other : other && (0,_terraform_plan_index_js__WEBPACK_IMPORTED_MODULE_2__/* .bucketResource */ .Xu)(this.#index, other);
            return resource === null || !its ? null : its === resource;
        };
        const own = this.#policies.map((policy) => isOwn(policy.origin.address, policy.bucket));
        const hidden = [...this.#unknown, ...this.#unreadable].map((one) => isOwn(one.address, one.bucket));
        return {
            known: !own.includes(null) && hidden.every((one) => one === false),
            list: this.#policies.filter((_, i) => own[i] === true),
        };
    }
    /** A separate ACL resource of the same bucket, or grants to others that the bucket already has. */
    #aclOf(bucket, resource) {
        const acl = this.#plan.changes.find((change) => change.parsed.type === 'aws_s3_bucket_acl' &&
            change.after !== null &&
            bucket !== null &&
            this.#bucketOf(change) === bucket);
        const canned = acl?.after?.acl;
        if (typeof canned === 'string')
            return { kind: 'canned', name: canned };
        const grants = resource?.actions.includes('create') ? [] : resource?.after?.grant;
        const grantees = Array.isArray(grants) ? grants.map(granteeOf).filter((grantee) => grantee !== null) : [];
        return grantees.length > 0 ? { kind: 'grants', grantees } : { kind: 'none' };
    }
}
/** A tag of the bucket's own wins over a default one; what the plan does not know may be anything. */
function tagsIn(values, unknown) {
    const known = new Map();
    let open = false;
    for (const name of ['tags_all', 'tags']) {
        const tags = (0,_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .masked */ .Iv)(values[name], unknown[name], name);
        if ((0,_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnknownValue */ .GB)(tags))
            open = true;
        for (const [key, value] of Object.entries((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(tags) ? tags : {})) {
            if (typeof value === 'string')
                known.set(key, value);
            else if ((0,_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnknownValue */ .GB)(value)) {
                known.delete(key);
                open = true;
            }
        }
    }
    return { known, open };
}
function isControls(change) {
    return change.parsed.type === 'aws_s3_bucket_ownership_controls';
}
/** Groups are always others; an id may be the owner's, so that alone proves nothing. */
function granteeOf(grant) {
    const uri = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_3__/* .memberAt */ .mz)(grant, 'uri');
    return typeof uri === 'string' && uri !== '' ? uri : null;
}
/** With the mask set, no text of the policy may be shown; the statements are judged all the same. */
function isSensitive(change) {
    return change.afterSensitive === true || change.afterSensitive.policy === true || hidesBucket(change);
}
/** The name of such a bucket stands in the policy's Resources too. */
function hidesBucket({ afterSensitive }) {
    return afterSensitive === true || afterSensitive.bucket === true;
}
function isNoOp({ actions }) {
    return actions.every((action) => action === 'no-op');
}
/** The policy of an attribute's text; null when it is no JSON object with statements. */
function policyOf(text, origin, bucket, marks) {
    const raw = parseObject(text);
    if (raw === null || (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .statementsOf */ .GX)(raw).length === 0)
        return null;
    const document = (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePolicy */ .ON)(raw, PLAN_READER);
    return { origin, document, raw, bucket, hasTokens: false, ...marks };
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** A state holds the policies as they are; the bucket's own attribute only echoes a separate resource. */
function fromState(plan) {
    const policies = [];
    const unreadable = [];
    const buckets = [];
    const bucketOf = ({ values }) => (typeof values.bucket === 'string' ? values.bucket : null);
    const own = plan.state.filter(({ parsed }) => parsed.mode === 'managed');
    const separate = new Set(own.filter(({ parsed }) => parsed.type === 'aws_s3_bucket_policy').map(bucketOf));
    for (const resource of own) {
        const { type } = resource.parsed;
        const bucket = bucketOf(resource);
        if (type === 'aws_s3_bucket') {
            buckets.push({ address: resource.address, bucket, tags: tagsIn(resource.values, {}) });
        }
        if (type !== 'aws_s3_bucket_policy' && (type !== 'aws_s3_bucket' || separate.has(bucket)))
            continue;
        const text = resource.values.policy;
        if (typeof text !== 'string' || text === '')
            continue;
        const origin = {
            source: 'terraform-state',
            path: plan.path,
            at: [],
            base: 0,
            address: resource.address,
            wrapped: true,
        };
        const policy = policyOf(text, origin, bucket, { sensitive: false, unchanged: true });
        if (policy !== null)
            policies.push(policy);
        else
            unreadable.push({ address: resource.address, bucket, why: 'its text is not a policy in JSON', sensitive: false });
    }
    return { policies, settings: [], unknown: [], unreadable, buckets };
}


/***/ }),

/***/ 8494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutKeys),
/* harmony export */   o: () => (/* binding */ parseAddress)
/* harmony export */ });
/**
 * Tokenises an address: `("module." name key? ".")* ("data.")? type "." name key?`. Never split on dots: keys may hold
 * any character. Null when the text is no address.
 */
function parseAddress(text) {
    const reader = new AddressReader(text);
    const modules = [];
    let word = reader.name();
    while (word === 'module') {
        const name = reader.dot() ? reader.name() : null;
        if (name === null)
            return null;
        const key = reader.key();
        if (key === undefined || !reader.dot())
            return null;
        modules.push({ name, key });
        word = reader.name();
    }
    const mode = word === 'data' ? 'data' : 'managed';
    const type = word === 'data' ? (reader.dot() ? reader.name() : null) : word;
    const name = type !== null && reader.dot() ? reader.name() : null;
    const key = reader.key();
    if (type === null || name === null || key === undefined || !reader.done)
        return null;
    return { modules, mode, type, name, key };
}
/** `module.a["x"].aws_s3_bucket_policy.b` without any instance key: the address in `configuration`. */
function withoutKeys(address) {
    const modules = address.modules.map(({ name }) => `module.${name}.`).join('');
    return `${modules}${address.mode === 'data' ? 'data.' : ''}${address.type}.${address.name}`;
}
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
class AddressReader {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    get done() {
        return this.#at === this.#text.length;
    }
    name() {
        NAME.lastIndex = this.#at;
        const match = NAME.exec(this.#text);
        if (match === null)
            return null;
        this.#at = NAME.lastIndex;
        return match[0];
    }
    dot() {
        if (this.#text[this.#at] !== '.')
            return false;
        this.#at++;
        return true;
    }
    /** `[0]`, `["key"]`, or nothing (null); undefined when a bracket is malformed. */
    key() {
        if (this.#text[this.#at] !== '[')
            return null;
        this.#at++;
        const value = this.#text[this.#at] === '"' ? this.#quoted() : this.#digits();
        if (value === undefined || this.#text[this.#at] !== ']')
            return undefined;
        this.#at++;
        return value;
    }
    #digits() {
        const start = this.#at;
        while (/[0-9]/.test(this.#text[this.#at] ?? ''))
            this.#at++;
        return this.#at === start ? undefined : Number(this.#text.slice(start, this.#at));
    }
    /** HCL escapes, not JSON's: `\UXXXXXXXX`, and `$${` for a literal `${`. */
    #quoted() {
        this.#at++;
        let value = '';
        while (this.#at < this.#text.length) {
            const char = this.#text[this.#at] ?? '';
            if (char === '"') {
                this.#at++;
                return value;
            }
            const rest = this.#text.slice(this.#at, this.#at + 3);
            if (rest === '$${' || rest === '%%{') {
                value += rest.slice(1);
                this.#at += 3;
            }
            else if (char === '\\') {
                const escaped = this.#escape();
                if (escaped === undefined)
                    return undefined;
                value += escaped;
            }
            else {
                value += char;
                this.#at++;
            }
        }
        return undefined;
    }
    #escape() {
        const kind = this.#text[this.#at + 1] ?? '';
        const length = kind === 'u' ? 4 : kind === 'U' ? 8 : 0;
        if (length === 0) {
            this.#at += 2;
            return ESCAPES[kind];
        }
        const digits = this.#text.slice(this.#at + 2, this.#at + 2 + length);
        this.#at += 2 + length;
        const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
        return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    }
}


/***/ }),

/***/ 6694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xu: () => (/* binding */ bucketResource),
/* harmony export */   mr: () => (/* binding */ PlanIndex)
/* harmony export */ });
/* unused harmony export parseReference */
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8494);

/** Look-ups in one plan: what an expression refers to, by module, type, name and instance key. */
class PlanIndex {
    plan;
    #changes = new Map();
    #state = new Map();
    constructor(plan) {
        this.plan = plan;
        for (const change of plan.changes)
            push(this.#changes, (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .P)(change.parsed), change);
        for (const resource of plan.state)
            push(this.#state, (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .P)(resource.parsed), resource);
    }
    /** The resource's block in `configuration`, which is not expanded by instance; null when it is not there. */
    configured(address) {
        let module = this.plan.configuration ?? undefined;
        for (const { name } of address.modules)
            module = module?.calls.get(name)?.module;
        const { mode, type, name } = address;
        return module?.resources.find((one) => one.mode === mode && one.type === type && one.name === name) ?? null;
    }
    /**
     * What an attribute's expression names, in order: `[data.aws_iam_policy_document.a.json, …]` or a single one. A plan
     * keeps the references of an expression and not the expression. Null where it refers to anything else, such as a
     * variable, which may choose among them.
     */
    namedBy(address, attribute) {
        return readReferences(referencesOf(this.configured(address)?.expressions[attribute]), address.key);
    }
    /** Whether the configuration sets an attribute at all; a computed one is only in the values. */
    isSet(address, attribute) {
        const expressions = this.configured(address)?.expressions;
        return expressions !== undefined && Object.hasOwn(expressions, attribute);
    }
    /** The planned instance that a reference from `from` means, in the same module instance. */
    planned(from, reference) {
        const all = this.#changes.get((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .P)({ ...from, ...reference })) ?? [];
        return choose(all.filter((one) => !one.deposed && one.after !== null), from, reference);
    }
    /** The same in the prior state. */
    prior(from, reference) {
        return choose(this.#state.get((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .P)({ ...from, ...reference })) ?? [], from, reference);
    }
}
/** The bucket resource that a resource's `bucket` names; null where its expression may mean another one. */
function bucketResource(index, { parsed }) {
    const [bucket, ...others] = index.namedBy(parsed, 'bucket') ?? [];
    if (bucket?.type !== 'aws_s3_bucket' || others.length > 0)
        return null;
    return index.planned(parsed, bucket);
}
function push(map, key, value) {
    const list = map.get(key);
    if (list)
        list.push(value);
    else
        map.set(key, [value]);
}
/** The instance with the key; without one the only instance, which an index or a splat may stand for as well. */
function choose(all, from, { key }) {
    const here = all.filter(({ parsed }) => sameModule(parsed, from));
    const exact = key === null ? undefined : here.find(({ parsed }) => parsed.key === key);
    return exact ?? (here.length === 1 && (key === null || here[0]?.parsed.key === null) ? (here[0] ?? null) : null);
}
function sameModule(a, b) {
    return (a.modules.length === b.modules.length &&
        a.modules.every(({ name, key }, i) => name === b.modules[i]?.name && key === b.modules[i]?.key));
}
/** `{references: […]}`, also inside nested blocks. */
function referencesOf(expression) {
    if (typeof expression !== 'object' || expression === null)
        return [];
    const references = expression.references;
    return Array.isArray(references) ? references.filter((one) => typeof one === 'string') : [];
}
/** The keys of an instance by which an expression picks the instance of the same key. */
const OWN_KEYS = new Set(['each.key', 'count.index']);
/** Terraform lists each reference with its prefixes: `data.T.x["k"].json`, `data.T.x["k"]`, `data.T.x`. */
function readReferences(references, ownKey) {
    const own = references.some((reference) => OWN_KEYS.has(reference));
    const found = new Map();
    for (const text of references) {
        if (OWN_KEYS.has(text))
            continue;
        const reference = parseReference(text);
        if (reference === null)
            return null;
        const name = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .P)({ ...reference, modules: [] });
        const known = found.get(name) ?? [];
        found.set(name, known);
        if (reference.key !== null && !known.some(({ key }) => key === reference.key))
            known.push(reference);
        // A name with no key behind it stands for an instance that the expression picks by the own key.
        else if (known.length === 0)
            known.push({ ...reference, key: own ? ownKey : null });
    }
    return [...found.values()].flat();
}
/** `data.aws_iam_policy_document.x["k"].json` → mode, type, name and key; null for variables, locals and outputs. */
function parseReference(reference) {
    const match = /^(data\.)?([\p{L}_][\p{L}\p{N}_-]*)\.([\p{L}_][\p{L}\p{N}_-]*)/u.exec(reference);
    const [whole = '', data, type, name] = match ?? [];
    if (type === undefined || name === undefined)
        return null;
    if (['var', 'local', 'module', 'each', 'count', 'path', 'self', 'terraform'].includes(type))
        return null;
    const mode = data === undefined ? 'managed' : 'data';
    return { mode, type, name, key: keyBehind(reference, whole) };
}
/** The instance key in brackets behind a name, or null. */
function keyBehind(reference, name) {
    if (reference[name.length] !== '[')
        return null;
    const end = reference.lastIndexOf(']');
    return (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .o)(reference.slice(0, end + 1))?.key ?? null;
}


/***/ }),

/***/ 5301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ isUnknownValue),
/* harmony export */   Iv: () => (/* binding */ masked),
/* harmony export */   O0: () => (/* binding */ deferredStatements),
/* harmony export */   af: () => (/* binding */ isSensitiveDocument)
/* harmony export */ });
/* unused harmony export unknownValue */
/* harmony import */ var _iam_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7006);
/* harmony import */ var _tree_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7221);


const MARK = Symbol('unknown');
/** Marks are objects that no JSON text can hold. */
function unknownValue(name) {
    return { unknown: name, [MARK]: true };
}
function isUnknownValue(value) {
    return typeof value === 'object' && value !== null && MARK in value;
}
/**
 * A value with its `after_unknown` mask put over it: `true` in the mask is unknown. Terraform leaves what is unknown out
 * of the value, so members may stand in the mask alone.
 */
function masked(value, mask, name) {
    if (mask === true)
        return unknownValue(name);
    if (value === undefined)
        return undefined;
    if (Array.isArray(value)) {
        const masks = Array.isArray(mask) ? mask : [];
        // Old formats leave unknown elements out of the value and keep them in the mask.
        const length = Math.max(value.length, masks.length);
        return Array.from({ length }, (_, i) => masked(value[i], masks[i], `${name}[${i}]`));
    }
    if (typeof value === 'object' && value !== null) {
        const values = value;
        const masks = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(mask) ? mask : {};
        const keys = new Set([...Object.keys(values), ...Object.keys(masks)]);
        return Object.fromEntries([...keys].map((key) => [key, masked((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(values, key), (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(masks, key), `${name}.${key}`)]));
    }
    return value;
}
/**
 * Whether the plan marks a part of a policy document that it defers as sensitive. The mark is lost on the way into the
 * policy, since the provider computes the text.
 */
function isSensitiveDocument({ parsed, afterSensitive }) {
    return parsed.type === 'aws_iam_policy_document' && isMarked(afterSensitive);
}
function isMarked(mask) {
    if (typeof mask !== 'object' || mask === null)
        return mask === true;
    return Object.values(mask).some(isMarked);
}
/** How far documents are followed through their sources. */
const MAX_DEPTH = 16;
/**
 * The statements of an `aws_iam_policy_document` that is read during apply, from its expanded `statement[]`: source
 * documents, own statements, overrides, each in place by Sid as the provider merges them. Null when a part of it is in
 * no plan.
 *
 * @param used gains the documents that were read
 */
function deferredStatements(index, document, used, depth = 0) {
    if (depth > MAX_DEPTH || document.after === null)
        return null;
    used.add(document);
    const values = masked(document.after, document.afterUnknown, document.address);
    const read = (attribute) => documentsIn(index, document, values[attribute], attribute, used, depth);
    const sources = joined(read('source_json'), read('source_policy_documents'));
    const overrides = joined(read('override_policy_documents'), read('override_json'));
    const own = values.statement;
    if (sources === null || overrides === null || !Array.isArray(own))
        return null;
    return [...own.map(statementOf), ...overrides].reduce(mergeStatement, sources);
}
function joined(a, b) {
    return a === null || b === null ? null : [...a, ...b];
}
/** A later statement of the same Sid replaces the earlier one in place; where a Sid is not known, it may do so. */
function mergeStatement(statements, next) {
    const sid = sidOf(next);
    if (sid === null)
        return [...statements, next];
    const known = typeof sid === 'string';
    const at = known ? statements.findIndex((one) => sidOf(one) === sid) : -1;
    if (at !== -1)
        return statements.with(at, next);
    const mayBeReplaced = (one) => (known ? isUnknownValue(sidOf(one)) : sidOf(one) !== null);
    return [...statements.map((one) => (mayBeReplaced(one) ? possibly(one) : one)), next];
}
function sidOf(statement) {
    const sid = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(statement) ? (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(statement, 'Sid') : undefined;
    return sid === undefined || sid === '' ? null : sid;
}
/** A statement of which it is not known whether another one takes its place. */
function possibly(statement) {
    return (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(statement) && !isUnknownValue(statement)
        ? { ...statement, [_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN_MEMBERS */ .F8]: unknownValue('whether another statement takes its place') }
        : statement;
}
function documentsIn(index, document, value, attribute, used, depth) {
    if (value === null || value === undefined)
        return [];
    // The older attributes hold one document. Of a list that is not known it is not known what a function left out of it.
    const list = attribute.endsWith('_json') ? [value] : value;
    if (!Array.isArray(list))
        return null;
    if (list.every((text) => typeof text === 'string'))
        return list.flatMap(statementsOfText);
    const references = index.namedBy(document.parsed, attribute);
    if (references === null || references.length !== list.length)
        return null;
    const statements = [];
    for (const reference of references) {
        const found = documentStatements(index, document.parsed, reference, used, depth + 1);
        if (found === null)
            return null;
        statements.push(...found);
    }
    return statements;
}
/** The statements of the document that a reference means: deferred in the plan, or known in the prior state. */
function documentStatements(index, from, reference, used, depth) {
    if (reference.type !== 'aws_iam_policy_document')
        return null;
    const planned = index.planned(from, reference);
    if (planned !== null)
        return deferredStatements(index, planned, used, depth);
    const json = index.prior(from, reference)?.values.json;
    return typeof json === 'string' ? statementsOfText(json) : null;
}
function statementsOfText(text) {
    try {
        const policy = JSON.parse(text);
        const statement = typeof policy === 'object' && policy !== null ? policy.Statement : [];
        return Array.isArray(statement) ? statement : statement === undefined ? [] : [statement];
    }
    catch {
        return [];
    }
}
/** A `statement` block as the provider renders it (`aws_iam_policy_document`): one-element lists as they are. */
function statementOf(block) {
    if (typeof block !== 'object' || block === null || isUnknownValue(block))
        return unknownValue('statement');
    const values = block;
    const result = {};
    const set = (name, value) => {
        if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
            result[name] = value;
    };
    set('Sid', values.sid === '' ? null : values.sid);
    result.Effect = values.effect ?? 'Allow';
    set('Principal', principalsOf(values.principals));
    set('NotPrincipal', principalsOf(values.not_principals));
    set('Action', values.actions);
    set('NotAction', values.not_actions);
    set('Resource', withVariables(values.resources));
    set('NotResource', withVariables(values.not_resources));
    set('Condition', conditionsOf(values.condition));
    return result;
}
/** The provider writes policy variables as `&{…}`, since `${…}` is an expression of Terraform. */
function withVariables(value) {
    if (Array.isArray(value))
        return value.map(withVariables);
    return typeof value === 'string' ? value.replaceAll('&{', '${') : value;
}
function principalsOf(blocks) {
    if (!Array.isArray(blocks))
        return isUnknownValue(blocks) ? blocks : null;
    if (blocks.length === 0)
        return null;
    // Names come from the plan: without a prototype none of them means anything special.
    const result = Object.create(null);
    for (const block of blocks) {
        const { type, identifiers } = block;
        if (typeof type !== 'string')
            return unknownValue('principals');
        const list = Array.isArray(identifiers) ? identifiers : [identifiers];
        if (type === '*') {
            if (blocks.length === 1 && list.length === 1 && list[0] === '*')
                return '*';
            return unknownValue('principals');
        }
        result[type] = [...(result[type] ?? []), ...list.map(withVariables)];
    }
    return result;
}
function conditionsOf(blocks) {
    if (!Array.isArray(blocks))
        return isUnknownValue(blocks) ? blocks : null;
    if (blocks.length === 0)
        return null;
    const result = Object.create(null);
    for (const block of blocks) {
        const { test, variable, values } = block;
        if (typeof test !== 'string' || typeof variable !== 'string')
            return unknownValue('condition');
        const operator = result[test] ?? Object.create(null);
        result[test] = operator;
        operator[variable] = [
            ...(operator[variable] ?? []),
            ...(Array.isArray(values) ? values : [values]).map(withVariables),
        ];
    }
    return result;
}


/***/ })

};
