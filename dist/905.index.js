export const id = 905;
export const ids = [905];
export const modules = {

/***/ 5905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseLenient: () => (/* binding */ parseLenient)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);

const OPTIONS = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false };
/** What jsonc-parser's error codes mean to a person. */
const WORDS = {
    InvalidNumberFormat: 'a number is malformed',
    PropertyNameExpected: 'a property name in double quotes is expected',
    ValueExpected: 'a value is expected',
    ColonExpected: 'a colon is expected',
    CommaExpected: 'a comma is expected',
    CloseBraceExpected: 'a closing brace is missing',
    CloseBracketExpected: 'a closing bracket is missing',
    EndOfFileExpected: 'more text follows where the document should end',
    UnexpectedEndOfComment: 'a comment is not closed',
    UnexpectedEndOfString: 'a string is not closed',
    UnexpectedEndOfNumber: 'a number is not finished',
    InvalidUnicode: 'a \\u escape is malformed',
    InvalidEscapeCharacter: 'an escape sequence is not valid',
    InvalidCharacter: 'a control character stands in a string',
};
/** JSON with comments and trailing commas, or several JSON documents behind one another. */
function parseLenient(text) {
    const errors = [];
    const value = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, errors, OPTIONS);
    const [first] = errors;
    if (first === undefined)
        return { ok: true, documents: [{ value, base: 0 }] };
    const several = parseSeveral(text);
    if (several !== null)
        return { ok: true, documents: several };
    return { ok: false, reason: reasonOf(first, text), offset: first.offset };
}
function reasonOf({ error, offset, length }, text) {
    const code = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.printParseErrorCode)(error);
    if (code !== 'InvalidSymbol')
        return WORDS[code] ?? code;
    const symbol = text.slice(offset, offset + Math.min(length, MAX_SYMBOL));
    return `${JSON.stringify(length > MAX_SYMBOL ? `${symbol}…` : symbol)} is no JSON value`;
}
/** How much of a text that is no JSON is quoted, in UTF-16 units. */
const MAX_SYMBOL = 40;
/** The documents of a stream (one per line, or pretty-printed one after the other); null when it is none. */
function parseSeveral(text) {
    const slices = topLevelValues(text);
    if (slices.length < 2)
        return null;
    const documents = [];
    for (const { start, end } of slices) {
        const errors = [];
        const value = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text.slice(start, end), errors, OPTIONS);
        if (errors.length > 0)
            return null;
        documents.push({ value, base: start });
    }
    return documents;
}
/** Token kinds of jsonc-parser's scanner; its enum is ambient, so the values it documents are named here. */
const TOKEN = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 };
/**
 * Ranges of the objects and arrays at the top level; an empty list when anything but white space and comments is between
 * them.
 */
function topLevelValues(text) {
    const slices = [];
    const scanner = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.createScanner)(text, true);
    let depth = 0;
    let start = 0;
    for (let kind = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
        if (kind === TOKEN.openBrace || kind === TOKEN.openBracket) {
            if (depth === 0)
                start = scanner.getTokenOffset();
            depth++;
        }
        else if (depth === 0)
            return [];
        else if (kind === TOKEN.closeBrace || kind === TOKEN.closeBracket) {
            depth--;
            if (depth === 0)
                slices.push({ start, end: scanner.getTokenOffset() + 1 });
        }
    }
    return depth === 0 ? slices : [];
}


/***/ })

};
