export const id = 38;
export const ids = [38];
export const modules = {

/***/ 5038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseLenient: () => (/* binding */ parseLenient)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4411);

const OPTIONS = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false };
/** What jsonc-parser's error codes mean to a person. */
const WORDS = {
    InvalidSymbol: 'something that is no JSON value stands there',
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
    const code = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.printParseErrorCode)(first.error);
    return { ok: false, reason: WORDS[code] ?? code, offset: first.offset };
}
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
/** Ranges of the objects and arrays at the top level; an empty list when anything but white space is between them. */
function topLevelValues(text) {
    const slices = [];
    for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
        const end = endOfValue(text, at);
        if (end === null)
            return [];
        slices.push({ start: at, end });
        at = end;
    }
    return slices;
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && /\s/.test(text[at] ?? ''))
        at++;
    return at;
}
/** The end of an object or array that starts at an offset; null when none starts there or it is not closed. */
function endOfValue(text, start) {
    let depth = 0;
    for (let i = start; i < text.length; i++) {
        const char = text[i];
        if (char === '{' || char === '[')
            depth++;
        else if (char === '}' || char === ']')
            depth--;
        else if (char === '"')
            i = endOfString(text, i);
        if (depth === 0)
            return char === '}' || char === ']' ? i + 1 : null;
    }
    return null;
}
function endOfString(text, open) {
    let i = open + 1;
    while (i < text.length && text[i] !== '"')
        i += text[i] === '\\' ? 2 : 1;
    return i;
}


/***/ })

};
