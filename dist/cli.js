#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6496:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.createFileSystemAdapter = exports.FILE_SYSTEM_ADAPTER = void 0;
const fs = __nccwpck_require__(9896);
exports.FILE_SYSTEM_ADAPTER = {
    lstat: fs.lstat,
    stat: fs.stat,
    lstatSync: fs.lstatSync,
    statSync: fs.statSync,
    readdir: fs.readdir,
    readdirSync: fs.readdirSync
};
function createFileSystemAdapter(fsMethods) {
    if (fsMethods === undefined) {
        return exports.FILE_SYSTEM_ADAPTER;
    }
    return Object.assign(Object.assign({}, exports.FILE_SYSTEM_ADAPTER), fsMethods);
}
exports.createFileSystemAdapter = createFileSystemAdapter;


/***/ }),

/***/ 8127:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.IS_SUPPORT_READDIR_WITH_FILE_TYPES = void 0;
const NODE_PROCESS_VERSION_PARTS = process.versions.node.split('.');
if (NODE_PROCESS_VERSION_PARTS[0] === undefined || NODE_PROCESS_VERSION_PARTS[1] === undefined) {
    throw new Error(`Unexpected behavior. The 'process.versions.node' variable has invalid value: ${process.versions.node}`);
}
const MAJOR_VERSION = Number.parseInt(NODE_PROCESS_VERSION_PARTS[0], 10);
const MINOR_VERSION = Number.parseInt(NODE_PROCESS_VERSION_PARTS[1], 10);
const SUPPORTED_MAJOR_VERSION = 10;
const SUPPORTED_MINOR_VERSION = 10;
const IS_MATCHED_BY_MAJOR = MAJOR_VERSION > SUPPORTED_MAJOR_VERSION;
const IS_MATCHED_BY_MAJOR_AND_MINOR = MAJOR_VERSION === SUPPORTED_MAJOR_VERSION && MINOR_VERSION >= SUPPORTED_MINOR_VERSION;
/**
 * IS `true` for Node.js 10.10 and greater.
 */
exports.IS_SUPPORT_READDIR_WITH_FILE_TYPES = IS_MATCHED_BY_MAJOR || IS_MATCHED_BY_MAJOR_AND_MINOR;


/***/ }),

/***/ 1694:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Settings = exports.scandirSync = exports.scandir = void 0;
const async = __nccwpck_require__(5379);
const sync = __nccwpck_require__(2416);
const settings_1 = __nccwpck_require__(8613);
exports.Settings = settings_1.default;
function scandir(path, optionsOrSettingsOrCallback, callback) {
    if (typeof optionsOrSettingsOrCallback === 'function') {
        async.read(path, getSettings(), optionsOrSettingsOrCallback);
        return;
    }
    async.read(path, getSettings(optionsOrSettingsOrCallback), callback);
}
exports.scandir = scandir;
function scandirSync(path, optionsOrSettings) {
    const settings = getSettings(optionsOrSettings);
    return sync.read(path, settings);
}
exports.scandirSync = scandirSync;
function getSettings(settingsOrOptions = {}) {
    if (settingsOrOptions instanceof settings_1.default) {
        return settingsOrOptions;
    }
    return new settings_1.default(settingsOrOptions);
}


/***/ }),

/***/ 5379:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readdir = exports.readdirWithFileTypes = exports.read = void 0;
const fsStat = __nccwpck_require__(4462);
const rpl = __nccwpck_require__(5655);
const constants_1 = __nccwpck_require__(8127);
const utils = __nccwpck_require__(3288);
const common = __nccwpck_require__(194);
function read(directory, settings, callback) {
    if (!settings.stats && constants_1.IS_SUPPORT_READDIR_WITH_FILE_TYPES) {
        readdirWithFileTypes(directory, settings, callback);
        return;
    }
    readdir(directory, settings, callback);
}
exports.read = read;
function readdirWithFileTypes(directory, settings, callback) {
    settings.fs.readdir(directory, { withFileTypes: true }, (readdirError, dirents) => {
        if (readdirError !== null) {
            callFailureCallback(callback, readdirError);
            return;
        }
        const entries = dirents.map((dirent) => ({
            dirent,
            name: dirent.name,
            path: common.joinPathSegments(directory, dirent.name, settings.pathSegmentSeparator)
        }));
        if (!settings.followSymbolicLinks) {
            callSuccessCallback(callback, entries);
            return;
        }
        const tasks = entries.map((entry) => makeRplTaskEntry(entry, settings));
        rpl(tasks, (rplError, rplEntries) => {
            if (rplError !== null) {
                callFailureCallback(callback, rplError);
                return;
            }
            callSuccessCallback(callback, rplEntries);
        });
    });
}
exports.readdirWithFileTypes = readdirWithFileTypes;
function makeRplTaskEntry(entry, settings) {
    return (done) => {
        if (!entry.dirent.isSymbolicLink()) {
            done(null, entry);
            return;
        }
        settings.fs.stat(entry.path, (statError, stats) => {
            if (statError !== null) {
                if (settings.throwErrorOnBrokenSymbolicLink) {
                    done(statError);
                    return;
                }
                done(null, entry);
                return;
            }
            entry.dirent = utils.fs.createDirentFromStats(entry.name, stats);
            done(null, entry);
        });
    };
}
function readdir(directory, settings, callback) {
    settings.fs.readdir(directory, (readdirError, names) => {
        if (readdirError !== null) {
            callFailureCallback(callback, readdirError);
            return;
        }
        const tasks = names.map((name) => {
            const path = common.joinPathSegments(directory, name, settings.pathSegmentSeparator);
            return (done) => {
                fsStat.stat(path, settings.fsStatSettings, (error, stats) => {
                    if (error !== null) {
                        done(error);
                        return;
                    }
                    const entry = {
                        name,
                        path,
                        dirent: utils.fs.createDirentFromStats(name, stats)
                    };
                    if (settings.stats) {
                        entry.stats = stats;
                    }
                    done(null, entry);
                });
            };
        });
        rpl(tasks, (rplError, entries) => {
            if (rplError !== null) {
                callFailureCallback(callback, rplError);
                return;
            }
            callSuccessCallback(callback, entries);
        });
    });
}
exports.readdir = readdir;
function callFailureCallback(callback, error) {
    callback(error);
}
function callSuccessCallback(callback, result) {
    callback(null, result);
}


/***/ }),

/***/ 194:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.joinPathSegments = void 0;
function joinPathSegments(a, b, separator) {
    /**
     * The correct handling of cases when the first segment is a root (`/`, `C:/`) or UNC path (`//?/C:/`).
     */
    if (a.endsWith(separator)) {
        return a + b;
    }
    return a + separator + b;
}
exports.joinPathSegments = joinPathSegments;


/***/ }),

/***/ 2416:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.readdir = exports.readdirWithFileTypes = exports.read = void 0;
const fsStat = __nccwpck_require__(4462);
const constants_1 = __nccwpck_require__(8127);
const utils = __nccwpck_require__(3288);
const common = __nccwpck_require__(194);
function read(directory, settings) {
    if (!settings.stats && constants_1.IS_SUPPORT_READDIR_WITH_FILE_TYPES) {
        return readdirWithFileTypes(directory, settings);
    }
    return readdir(directory, settings);
}
exports.read = read;
function readdirWithFileTypes(directory, settings) {
    const dirents = settings.fs.readdirSync(directory, { withFileTypes: true });
    return dirents.map((dirent) => {
        const entry = {
            dirent,
            name: dirent.name,
            path: common.joinPathSegments(directory, dirent.name, settings.pathSegmentSeparator)
        };
        if (entry.dirent.isSymbolicLink() && settings.followSymbolicLinks) {
            try {
                const stats = settings.fs.statSync(entry.path);
                entry.dirent = utils.fs.createDirentFromStats(entry.name, stats);
            }
            catch (error) {
                if (settings.throwErrorOnBrokenSymbolicLink) {
                    throw error;
                }
            }
        }
        return entry;
    });
}
exports.readdirWithFileTypes = readdirWithFileTypes;
function readdir(directory, settings) {
    const names = settings.fs.readdirSync(directory);
    return names.map((name) => {
        const entryPath = common.joinPathSegments(directory, name, settings.pathSegmentSeparator);
        const stats = fsStat.statSync(entryPath, settings.fsStatSettings);
        const entry = {
            name,
            path: entryPath,
            dirent: utils.fs.createDirentFromStats(name, stats)
        };
        if (settings.stats) {
            entry.stats = stats;
        }
        return entry;
    });
}
exports.readdir = readdir;


/***/ }),

/***/ 8613:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const path = __nccwpck_require__(6928);
const fsStat = __nccwpck_require__(4462);
const fs = __nccwpck_require__(6496);
class Settings {
    constructor(_options = {}) {
        this._options = _options;
        this.followSymbolicLinks = this._getValue(this._options.followSymbolicLinks, false);
        this.fs = fs.createFileSystemAdapter(this._options.fs);
        this.pathSegmentSeparator = this._getValue(this._options.pathSegmentSeparator, path.sep);
        this.stats = this._getValue(this._options.stats, false);
        this.throwErrorOnBrokenSymbolicLink = this._getValue(this._options.throwErrorOnBrokenSymbolicLink, true);
        this.fsStatSettings = new fsStat.Settings({
            followSymbolicLink: this.followSymbolicLinks,
            fs: this.fs,
            throwErrorOnBrokenSymbolicLink: this.throwErrorOnBrokenSymbolicLink
        });
    }
    _getValue(option, value) {
        return option !== null && option !== void 0 ? option : value;
    }
}
exports["default"] = Settings;


/***/ }),

/***/ 6841:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.createDirentFromStats = void 0;
class DirentFromStats {
    constructor(name, stats) {
        this.name = name;
        this.isBlockDevice = stats.isBlockDevice.bind(stats);
        this.isCharacterDevice = stats.isCharacterDevice.bind(stats);
        this.isDirectory = stats.isDirectory.bind(stats);
        this.isFIFO = stats.isFIFO.bind(stats);
        this.isFile = stats.isFile.bind(stats);
        this.isSocket = stats.isSocket.bind(stats);
        this.isSymbolicLink = stats.isSymbolicLink.bind(stats);
    }
}
function createDirentFromStats(name, stats) {
    return new DirentFromStats(name, stats);
}
exports.createDirentFromStats = createDirentFromStats;


/***/ }),

/***/ 3288:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.fs = void 0;
const fs = __nccwpck_require__(6841);
exports.fs = fs;


/***/ }),

/***/ 2912:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.createFileSystemAdapter = exports.FILE_SYSTEM_ADAPTER = void 0;
const fs = __nccwpck_require__(9896);
exports.FILE_SYSTEM_ADAPTER = {
    lstat: fs.lstat,
    stat: fs.stat,
    lstatSync: fs.lstatSync,
    statSync: fs.statSync
};
function createFileSystemAdapter(fsMethods) {
    if (fsMethods === undefined) {
        return exports.FILE_SYSTEM_ADAPTER;
    }
    return Object.assign(Object.assign({}, exports.FILE_SYSTEM_ADAPTER), fsMethods);
}
exports.createFileSystemAdapter = createFileSystemAdapter;


/***/ }),

/***/ 4462:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.statSync = exports.stat = exports.Settings = void 0;
const async = __nccwpck_require__(1155);
const sync = __nccwpck_require__(7824);
const settings_1 = __nccwpck_require__(7861);
exports.Settings = settings_1.default;
function stat(path, optionsOrSettingsOrCallback, callback) {
    if (typeof optionsOrSettingsOrCallback === 'function') {
        async.read(path, getSettings(), optionsOrSettingsOrCallback);
        return;
    }
    async.read(path, getSettings(optionsOrSettingsOrCallback), callback);
}
exports.stat = stat;
function statSync(path, optionsOrSettings) {
    const settings = getSettings(optionsOrSettings);
    return sync.read(path, settings);
}
exports.statSync = statSync;
function getSettings(settingsOrOptions = {}) {
    if (settingsOrOptions instanceof settings_1.default) {
        return settingsOrOptions;
    }
    return new settings_1.default(settingsOrOptions);
}


/***/ }),

/***/ 1155:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.read = void 0;
function read(path, settings, callback) {
    settings.fs.lstat(path, (lstatError, lstat) => {
        if (lstatError !== null) {
            callFailureCallback(callback, lstatError);
            return;
        }
        if (!lstat.isSymbolicLink() || !settings.followSymbolicLink) {
            callSuccessCallback(callback, lstat);
            return;
        }
        settings.fs.stat(path, (statError, stat) => {
            if (statError !== null) {
                if (settings.throwErrorOnBrokenSymbolicLink) {
                    callFailureCallback(callback, statError);
                    return;
                }
                callSuccessCallback(callback, lstat);
                return;
            }
            if (settings.markSymbolicLink) {
                stat.isSymbolicLink = () => true;
            }
            callSuccessCallback(callback, stat);
        });
    });
}
exports.read = read;
function callFailureCallback(callback, error) {
    callback(error);
}
function callSuccessCallback(callback, result) {
    callback(null, result);
}


/***/ }),

/***/ 7824:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.read = void 0;
function read(path, settings) {
    const lstat = settings.fs.lstatSync(path);
    if (!lstat.isSymbolicLink() || !settings.followSymbolicLink) {
        return lstat;
    }
    try {
        const stat = settings.fs.statSync(path);
        if (settings.markSymbolicLink) {
            stat.isSymbolicLink = () => true;
        }
        return stat;
    }
    catch (error) {
        if (!settings.throwErrorOnBrokenSymbolicLink) {
            return lstat;
        }
        throw error;
    }
}
exports.read = read;


/***/ }),

/***/ 7861:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const fs = __nccwpck_require__(2912);
class Settings {
    constructor(_options = {}) {
        this._options = _options;
        this.followSymbolicLink = this._getValue(this._options.followSymbolicLink, true);
        this.fs = fs.createFileSystemAdapter(this._options.fs);
        this.markSymbolicLink = this._getValue(this._options.markSymbolicLink, false);
        this.throwErrorOnBrokenSymbolicLink = this._getValue(this._options.throwErrorOnBrokenSymbolicLink, true);
    }
    _getValue(option, value) {
        return option !== null && option !== void 0 ? option : value;
    }
}
exports["default"] = Settings;


/***/ }),

/***/ 505:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.Settings = exports.walkStream = exports.walkSync = exports.walk = void 0;
const async_1 = __nccwpck_require__(3840);
const stream_1 = __nccwpck_require__(4682);
const sync_1 = __nccwpck_require__(4289);
const settings_1 = __nccwpck_require__(7892);
exports.Settings = settings_1.default;
function walk(directory, optionsOrSettingsOrCallback, callback) {
    if (typeof optionsOrSettingsOrCallback === 'function') {
        new async_1.default(directory, getSettings()).read(optionsOrSettingsOrCallback);
        return;
    }
    new async_1.default(directory, getSettings(optionsOrSettingsOrCallback)).read(callback);
}
exports.walk = walk;
function walkSync(directory, optionsOrSettings) {
    const settings = getSettings(optionsOrSettings);
    const provider = new sync_1.default(directory, settings);
    return provider.read();
}
exports.walkSync = walkSync;
function walkStream(directory, optionsOrSettings) {
    const settings = getSettings(optionsOrSettings);
    const provider = new stream_1.default(directory, settings);
    return provider.read();
}
exports.walkStream = walkStream;
function getSettings(settingsOrOptions = {}) {
    if (settingsOrOptions instanceof settings_1.default) {
        return settingsOrOptions;
    }
    return new settings_1.default(settingsOrOptions);
}


/***/ }),

/***/ 3840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const async_1 = __nccwpck_require__(1138);
class AsyncProvider {
    constructor(_root, _settings) {
        this._root = _root;
        this._settings = _settings;
        this._reader = new async_1.default(this._root, this._settings);
        this._storage = [];
    }
    read(callback) {
        this._reader.onError((error) => {
            callFailureCallback(callback, error);
        });
        this._reader.onEntry((entry) => {
            this._storage.push(entry);
        });
        this._reader.onEnd(() => {
            callSuccessCallback(callback, this._storage);
        });
        this._reader.read();
    }
}
exports["default"] = AsyncProvider;
function callFailureCallback(callback, error) {
    callback(error);
}
function callSuccessCallback(callback, entries) {
    callback(null, entries);
}


/***/ }),

/***/ 4682:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const stream_1 = __nccwpck_require__(2203);
const async_1 = __nccwpck_require__(1138);
class StreamProvider {
    constructor(_root, _settings) {
        this._root = _root;
        this._settings = _settings;
        this._reader = new async_1.default(this._root, this._settings);
        this._stream = new stream_1.Readable({
            objectMode: true,
            read: () => { },
            destroy: () => {
                if (!this._reader.isDestroyed) {
                    this._reader.destroy();
                }
            }
        });
    }
    read() {
        this._reader.onError((error) => {
            this._stream.emit('error', error);
        });
        this._reader.onEntry((entry) => {
            this._stream.push(entry);
        });
        this._reader.onEnd(() => {
            this._stream.push(null);
        });
        this._reader.read();
        return this._stream;
    }
}
exports["default"] = StreamProvider;


/***/ }),

/***/ 4289:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const sync_1 = __nccwpck_require__(5063);
class SyncProvider {
    constructor(_root, _settings) {
        this._root = _root;
        this._settings = _settings;
        this._reader = new sync_1.default(this._root, this._settings);
    }
    read() {
        return this._reader.read();
    }
}
exports["default"] = SyncProvider;


/***/ }),

/***/ 1138:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const events_1 = __nccwpck_require__(4434);
const fsScandir = __nccwpck_require__(1694);
const fastq = __nccwpck_require__(8537);
const common = __nccwpck_require__(4625);
const reader_1 = __nccwpck_require__(7167);
class AsyncReader extends reader_1.default {
    constructor(_root, _settings) {
        super(_root, _settings);
        this._settings = _settings;
        this._scandir = fsScandir.scandir;
        this._emitter = new events_1.EventEmitter();
        this._queue = fastq(this._worker.bind(this), this._settings.concurrency);
        this._isFatalError = false;
        this._isDestroyed = false;
        this._queue.drain = () => {
            if (!this._isFatalError) {
                this._emitter.emit('end');
            }
        };
    }
    read() {
        this._isFatalError = false;
        this._isDestroyed = false;
        setImmediate(() => {
            this._pushToQueue(this._root, this._settings.basePath);
        });
        return this._emitter;
    }
    get isDestroyed() {
        return this._isDestroyed;
    }
    destroy() {
        if (this._isDestroyed) {
            throw new Error('The reader is already destroyed');
        }
        this._isDestroyed = true;
        this._queue.killAndDrain();
    }
    onEntry(callback) {
        this._emitter.on('entry', callback);
    }
    onError(callback) {
        this._emitter.once('error', callback);
    }
    onEnd(callback) {
        this._emitter.once('end', callback);
    }
    _pushToQueue(directory, base) {
        const queueItem = { directory, base };
        this._queue.push(queueItem, (error) => {
            if (error !== null) {
                this._handleError(error);
            }
        });
    }
    _worker(item, done) {
        this._scandir(item.directory, this._settings.fsScandirSettings, (error, entries) => {
            if (error !== null) {
                done(error, undefined);
                return;
            }
            for (const entry of entries) {
                this._handleEntry(entry, item.base);
            }
            done(null, undefined);
        });
    }
    _handleError(error) {
        if (this._isDestroyed || !common.isFatalError(this._settings, error)) {
            return;
        }
        this._isFatalError = true;
        this._isDestroyed = true;
        this._emitter.emit('error', error);
    }
    _handleEntry(entry, base) {
        if (this._isDestroyed || this._isFatalError) {
            return;
        }
        const fullpath = entry.path;
        if (base !== undefined) {
            entry.path = common.joinPathSegments(base, entry.name, this._settings.pathSegmentSeparator);
        }
        if (common.isAppliedFilter(this._settings.entryFilter, entry)) {
            this._emitEntry(entry);
        }
        if (entry.dirent.isDirectory() && common.isAppliedFilter(this._settings.deepFilter, entry)) {
            this._pushToQueue(fullpath, base === undefined ? undefined : entry.path);
        }
    }
    _emitEntry(entry) {
        this._emitter.emit('entry', entry);
    }
}
exports["default"] = AsyncReader;


/***/ }),

/***/ 4625:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.joinPathSegments = exports.replacePathSegmentSeparator = exports.isAppliedFilter = exports.isFatalError = void 0;
function isFatalError(settings, error) {
    if (settings.errorFilter === null) {
        return true;
    }
    return !settings.errorFilter(error);
}
exports.isFatalError = isFatalError;
function isAppliedFilter(filter, value) {
    return filter === null || filter(value);
}
exports.isAppliedFilter = isAppliedFilter;
function replacePathSegmentSeparator(filepath, separator) {
    return filepath.split(/[/\\]/).join(separator);
}
exports.replacePathSegmentSeparator = replacePathSegmentSeparator;
function joinPathSegments(a, b, separator) {
    if (a === '') {
        return b;
    }
    /**
     * The correct handling of cases when the first segment is a root (`/`, `C:/`) or UNC path (`//?/C:/`).
     */
    if (a.endsWith(separator)) {
        return a + b;
    }
    return a + separator + b;
}
exports.joinPathSegments = joinPathSegments;


/***/ }),

/***/ 7167:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const common = __nccwpck_require__(4625);
class Reader {
    constructor(_root, _settings) {
        this._root = _root;
        this._settings = _settings;
        this._root = common.replacePathSegmentSeparator(_root, _settings.pathSegmentSeparator);
    }
}
exports["default"] = Reader;


/***/ }),

/***/ 5063:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const fsScandir = __nccwpck_require__(1694);
const common = __nccwpck_require__(4625);
const reader_1 = __nccwpck_require__(7167);
class SyncReader extends reader_1.default {
    constructor() {
        super(...arguments);
        this._scandir = fsScandir.scandirSync;
        this._storage = [];
        this._queue = new Set();
    }
    read() {
        this._pushToQueue(this._root, this._settings.basePath);
        this._handleQueue();
        return this._storage;
    }
    _pushToQueue(directory, base) {
        this._queue.add({ directory, base });
    }
    _handleQueue() {
        for (const item of this._queue.values()) {
            this._handleDirectory(item.directory, item.base);
        }
    }
    _handleDirectory(directory, base) {
        try {
            const entries = this._scandir(directory, this._settings.fsScandirSettings);
            for (const entry of entries) {
                this._handleEntry(entry, base);
            }
        }
        catch (error) {
            this._handleError(error);
        }
    }
    _handleError(error) {
        if (!common.isFatalError(this._settings, error)) {
            return;
        }
        throw error;
    }
    _handleEntry(entry, base) {
        const fullpath = entry.path;
        if (base !== undefined) {
            entry.path = common.joinPathSegments(base, entry.name, this._settings.pathSegmentSeparator);
        }
        if (common.isAppliedFilter(this._settings.entryFilter, entry)) {
            this._pushToStorage(entry);
        }
        if (entry.dirent.isDirectory() && common.isAppliedFilter(this._settings.deepFilter, entry)) {
            this._pushToQueue(fullpath, base === undefined ? undefined : entry.path);
        }
    }
    _pushToStorage(entry) {
        this._storage.push(entry);
    }
}
exports["default"] = SyncReader;


/***/ }),

/***/ 7892:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const path = __nccwpck_require__(6928);
const fsScandir = __nccwpck_require__(1694);
class Settings {
    constructor(_options = {}) {
        this._options = _options;
        this.basePath = this._getValue(this._options.basePath, undefined);
        this.concurrency = this._getValue(this._options.concurrency, Number.POSITIVE_INFINITY);
        this.deepFilter = this._getValue(this._options.deepFilter, null);
        this.entryFilter = this._getValue(this._options.entryFilter, null);
        this.errorFilter = this._getValue(this._options.errorFilter, null);
        this.pathSegmentSeparator = this._getValue(this._options.pathSegmentSeparator, path.sep);
        this.fsScandirSettings = new fsScandir.Settings({
            followSymbolicLinks: this._options.followSymbolicLinks,
            fs: this._options.fs,
            pathSegmentSeparator: this._options.pathSegmentSeparator,
            stats: this._options.stats,
            throwErrorOnBrokenSymbolicLink: this._options.throwErrorOnBrokenSymbolicLink
        });
    }
    _getValue(option, value) {
        return option !== null && option !== void 0 ? option : value;
    }
}
exports["default"] = Settings;


/***/ }),

/***/ 9052:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const stringify = __nccwpck_require__(3669);
const compile = __nccwpck_require__(9545);
const expand = __nccwpck_require__(8874);
const parse = __nccwpck_require__(5451);

/**
 * Expand the given pattern or create a regex-compatible string.
 *
 * ```js
 * const braces = require('braces');
 * console.log(braces('{a,b,c}', { compile: true })); //=> ['(a|b|c)']
 * console.log(braces('{a,b,c}')); //=> ['a', 'b', 'c']
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {String}
 * @api public
 */

const braces = (input, options = {}) => {
  let output = [];

  if (Array.isArray(input)) {
    for (const pattern of input) {
      const result = braces.create(pattern, options);
      if (Array.isArray(result)) {
        output.push(...result);
      } else {
        output.push(result);
      }
    }
  } else {
    output = [].concat(braces.create(input, options));
  }

  if (options && options.expand === true && options.nodupes === true) {
    output = [...new Set(output)];
  }
  return output;
};

/**
 * Parse the given `str` with the given `options`.
 *
 * ```js
 * // braces.parse(pattern, [, options]);
 * const ast = braces.parse('a/{b,c}/d');
 * console.log(ast);
 * ```
 * @param {String} pattern Brace pattern to parse
 * @param {Object} options
 * @return {Object} Returns an AST
 * @api public
 */

braces.parse = (input, options = {}) => parse(input, options);

/**
 * Creates a braces string from an AST, or an AST node.
 *
 * ```js
 * const braces = require('braces');
 * let ast = braces.parse('foo/{a,b}/bar');
 * console.log(stringify(ast.nodes[2])); //=> '{a,b}'
 * ```
 * @param {String} `input` Brace pattern or AST.
 * @param {Object} `options`
 * @return {Array} Returns an array of expanded values.
 * @api public
 */

braces.stringify = (input, options = {}) => {
  if (typeof input === 'string') {
    return stringify(braces.parse(input, options), options);
  }
  return stringify(input, options);
};

/**
 * Compiles a brace pattern into a regex-compatible, optimized string.
 * This method is called by the main [braces](#braces) function by default.
 *
 * ```js
 * const braces = require('braces');
 * console.log(braces.compile('a/{b,c}/d'));
 * //=> ['a/(b|c)/d']
 * ```
 * @param {String} `input` Brace pattern or AST.
 * @param {Object} `options`
 * @return {Array} Returns an array of expanded values.
 * @api public
 */

braces.compile = (input, options = {}) => {
  if (typeof input === 'string') {
    input = braces.parse(input, options);
  }
  return compile(input, options);
};

/**
 * Expands a brace pattern into an array. This method is called by the
 * main [braces](#braces) function when `options.expand` is true. Before
 * using this method it's recommended that you read the [performance notes](#performance))
 * and advantages of using [.compile](#compile) instead.
 *
 * ```js
 * const braces = require('braces');
 * console.log(braces.expand('a/{b,c}/d'));
 * //=> ['a/b/d', 'a/c/d'];
 * ```
 * @param {String} `pattern` Brace pattern
 * @param {Object} `options`
 * @return {Array} Returns an array of expanded values.
 * @api public
 */

braces.expand = (input, options = {}) => {
  if (typeof input === 'string') {
    input = braces.parse(input, options);
  }

  let result = expand(input, options);

  // filter out empty strings if specified
  if (options.noempty === true) {
    result = result.filter(Boolean);
  }

  // filter out duplicates if specified
  if (options.nodupes === true) {
    result = [...new Set(result)];
  }

  return result;
};

/**
 * Processes a brace pattern and returns either an expanded array
 * (if `options.expand` is true), a highly optimized regex-compatible string.
 * This method is called by the main [braces](#braces) function.
 *
 * ```js
 * const braces = require('braces');
 * console.log(braces.create('user-{200..300}/project-{a,b,c}-{1..10}'))
 * //=> 'user-(20[0-9]|2[1-9][0-9]|300)/project-(a|b|c)-([1-9]|10)'
 * ```
 * @param {String} `pattern` Brace pattern
 * @param {Object} `options`
 * @return {Array} Returns an array of expanded values.
 * @api public
 */

braces.create = (input, options = {}) => {
  if (input === '' || input.length < 3) {
    return [input];
  }

  return options.expand !== true
    ? braces.compile(input, options)
    : braces.expand(input, options);
};

/**
 * Expose "braces"
 */

module.exports = braces;


/***/ }),

/***/ 9545:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const fill = __nccwpck_require__(7789);
const utils = __nccwpck_require__(9281);

const compile = (ast, options = {}) => {
  const walk = (node, parent = {}) => {
    const invalidBlock = utils.isInvalidBrace(parent);
    const invalidNode = node.invalid === true && options.escapeInvalid === true;
    const invalid = invalidBlock === true || invalidNode === true;
    const prefix = options.escapeInvalid === true ? '\\' : '';
    let output = '';

    if (node.isOpen === true) {
      return prefix + node.value;
    }

    if (node.isClose === true) {
      console.log('node.isClose', prefix, node.value);
      return prefix + node.value;
    }

    if (node.type === 'open') {
      return invalid ? prefix + node.value : '(';
    }

    if (node.type === 'close') {
      return invalid ? prefix + node.value : ')';
    }

    if (node.type === 'comma') {
      return node.prev.type === 'comma' ? '' : invalid ? node.value : '|';
    }

    if (node.value) {
      return node.value;
    }

    if (node.nodes && node.ranges > 0) {
      const args = utils.reduce(node.nodes);
      const range = fill(...args, { ...options, wrap: false, toRegex: true, strictZeros: true });

      if (range.length !== 0) {
        return args.length > 1 && range.length > 1 ? `(${range})` : range;
      }
    }

    if (node.nodes) {
      for (const child of node.nodes) {
        output += walk(child, node);
      }
    }

    return output;
  };

  return walk(ast);
};

module.exports = compile;


/***/ }),

/***/ 9821:
/***/ ((module) => {



module.exports = {
  MAX_LENGTH: 10000,

  // Digits
  CHAR_0: '0', /* 0 */
  CHAR_9: '9', /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 'A', /* A */
  CHAR_LOWERCASE_A: 'a', /* a */
  CHAR_UPPERCASE_Z: 'Z', /* Z */
  CHAR_LOWERCASE_Z: 'z', /* z */

  CHAR_LEFT_PARENTHESES: '(', /* ( */
  CHAR_RIGHT_PARENTHESES: ')', /* ) */

  CHAR_ASTERISK: '*', /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: '&', /* & */
  CHAR_AT: '@', /* @ */
  CHAR_BACKSLASH: '\\', /* \ */
  CHAR_BACKTICK: '`', /* ` */
  CHAR_CARRIAGE_RETURN: '\r', /* \r */
  CHAR_CIRCUMFLEX_ACCENT: '^', /* ^ */
  CHAR_COLON: ':', /* : */
  CHAR_COMMA: ',', /* , */
  CHAR_DOLLAR: '$', /* . */
  CHAR_DOT: '.', /* . */
  CHAR_DOUBLE_QUOTE: '"', /* " */
  CHAR_EQUAL: '=', /* = */
  CHAR_EXCLAMATION_MARK: '!', /* ! */
  CHAR_FORM_FEED: '\f', /* \f */
  CHAR_FORWARD_SLASH: '/', /* / */
  CHAR_HASH: '#', /* # */
  CHAR_HYPHEN_MINUS: '-', /* - */
  CHAR_LEFT_ANGLE_BRACKET: '<', /* < */
  CHAR_LEFT_CURLY_BRACE: '{', /* { */
  CHAR_LEFT_SQUARE_BRACKET: '[', /* [ */
  CHAR_LINE_FEED: '\n', /* \n */
  CHAR_NO_BREAK_SPACE: '\u00A0', /* \u00A0 */
  CHAR_PERCENT: '%', /* % */
  CHAR_PLUS: '+', /* + */
  CHAR_QUESTION_MARK: '?', /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: '>', /* > */
  CHAR_RIGHT_CURLY_BRACE: '}', /* } */
  CHAR_RIGHT_SQUARE_BRACKET: ']', /* ] */
  CHAR_SEMICOLON: ';', /* ; */
  CHAR_SINGLE_QUOTE: '\'', /* ' */
  CHAR_SPACE: ' ', /*   */
  CHAR_TAB: '\t', /* \t */
  CHAR_UNDERSCORE: '_', /* _ */
  CHAR_VERTICAL_LINE: '|', /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: '\uFEFF' /* \uFEFF */
};


/***/ }),

/***/ 8874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const fill = __nccwpck_require__(7789);
const stringify = __nccwpck_require__(3669);
const utils = __nccwpck_require__(9281);

const append = (queue = '', stash = '', enclose = false) => {
  const result = [];

  queue = [].concat(queue);
  stash = [].concat(stash);

  if (!stash.length) return queue;
  if (!queue.length) {
    return enclose ? utils.flatten(stash).map(ele => `{${ele}}`) : stash;
  }

  for (const item of queue) {
    if (Array.isArray(item)) {
      for (const value of item) {
        result.push(append(value, stash, enclose));
      }
    } else {
      for (let ele of stash) {
        if (enclose === true && typeof ele === 'string') ele = `{${ele}}`;
        result.push(Array.isArray(ele) ? append(item, ele, enclose) : item + ele);
      }
    }
  }
  return utils.flatten(result);
};

const expand = (ast, options = {}) => {
  const rangeLimit = options.rangeLimit === undefined ? 1000 : options.rangeLimit;

  const walk = (node, parent = {}) => {
    node.queue = [];

    let p = parent;
    let q = parent.queue;

    while (p.type !== 'brace' && p.type !== 'root' && p.parent) {
      p = p.parent;
      q = p.queue;
    }

    if (node.invalid || node.dollar) {
      q.push(append(q.pop(), stringify(node, options)));
      return;
    }

    if (node.type === 'brace' && node.invalid !== true && node.nodes.length === 2) {
      q.push(append(q.pop(), ['{}']));
      return;
    }

    if (node.nodes && node.ranges > 0) {
      const args = utils.reduce(node.nodes);

      if (utils.exceedsLimit(...args, options.step, rangeLimit)) {
        throw new RangeError('expanded array length exceeds range limit. Use options.rangeLimit to increase or disable the limit.');
      }

      let range = fill(...args, options);
      if (range.length === 0) {
        range = stringify(node, options);
      }

      q.push(append(q.pop(), range));
      node.nodes = [];
      return;
    }

    const enclose = utils.encloseBrace(node);
    let queue = node.queue;
    let block = node;

    while (block.type !== 'brace' && block.type !== 'root' && block.parent) {
      block = block.parent;
      queue = block.queue;
    }

    for (let i = 0; i < node.nodes.length; i++) {
      const child = node.nodes[i];

      if (child.type === 'comma' && node.type === 'brace') {
        if (i === 1) queue.push('');
        queue.push('');
        continue;
      }

      if (child.type === 'close') {
        q.push(append(q.pop(), queue, enclose));
        continue;
      }

      if (child.value && child.type !== 'open') {
        queue.push(append(queue.pop(), child.value));
        continue;
      }

      if (child.nodes) {
        walk(child, node);
      }
    }

    return queue;
  };

  return utils.flatten(walk(ast));
};

module.exports = expand;


/***/ }),

/***/ 5451:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const stringify = __nccwpck_require__(3669);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  CHAR_BACKSLASH, /* \ */
  CHAR_BACKTICK, /* ` */
  CHAR_COMMA, /* , */
  CHAR_DOT, /* . */
  CHAR_LEFT_PARENTHESES, /* ( */
  CHAR_RIGHT_PARENTHESES, /* ) */
  CHAR_LEFT_CURLY_BRACE, /* { */
  CHAR_RIGHT_CURLY_BRACE, /* } */
  CHAR_LEFT_SQUARE_BRACKET, /* [ */
  CHAR_RIGHT_SQUARE_BRACKET, /* ] */
  CHAR_DOUBLE_QUOTE, /* " */
  CHAR_SINGLE_QUOTE, /* ' */
  CHAR_NO_BREAK_SPACE,
  CHAR_ZERO_WIDTH_NOBREAK_SPACE
} = __nccwpck_require__(9821);

/**
 * parse
 */

const parse = (input, options = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  const opts = options || {};
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  if (input.length > max) {
    throw new SyntaxError(`Input length (${input.length}), exceeds max characters (${max})`);
  }

  const ast = { type: 'root', input, nodes: [] };
  const stack = [ast];
  let block = ast;
  let prev = ast;
  let brackets = 0;
  const length = input.length;
  let index = 0;
  let depth = 0;
  let value;

  /**
   * Helpers
   */

  const advance = () => input[index++];
  const push = node => {
    if (node.type === 'text' && prev.type === 'dot') {
      prev.type = 'text';
    }

    if (prev && prev.type === 'text' && node.type === 'text') {
      prev.value += node.value;
      return;
    }

    block.nodes.push(node);
    node.parent = block;
    node.prev = prev;
    prev = node;
    return node;
  };

  push({ type: 'bos' });

  while (index < length) {
    block = stack[stack.length - 1];
    value = advance();

    /**
     * Invalid chars
     */

    if (value === CHAR_ZERO_WIDTH_NOBREAK_SPACE || value === CHAR_NO_BREAK_SPACE) {
      continue;
    }

    /**
     * Escaped chars
     */

    if (value === CHAR_BACKSLASH) {
      push({ type: 'text', value: (options.keepEscaping ? value : '') + advance() });
      continue;
    }

    /**
     * Right square bracket (literal): ']'
     */

    if (value === CHAR_RIGHT_SQUARE_BRACKET) {
      push({ type: 'text', value: '\\' + value });
      continue;
    }

    /**
     * Left square bracket: '['
     */

    if (value === CHAR_LEFT_SQUARE_BRACKET) {
      brackets++;

      let next;

      while (index < length && (next = advance())) {
        value += next;

        if (next === CHAR_LEFT_SQUARE_BRACKET) {
          brackets++;
          continue;
        }

        if (next === CHAR_BACKSLASH) {
          value += advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          brackets--;

          if (brackets === 0) {
            break;
          }
        }
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Parentheses
     */

    if (value === CHAR_LEFT_PARENTHESES) {
      block = push({ type: 'paren', nodes: [] });
      stack.push(block);
      push({ type: 'text', value });
      continue;
    }

    if (value === CHAR_RIGHT_PARENTHESES) {
      if (block.type !== 'paren') {
        push({ type: 'text', value });
        continue;
      }
      block = stack.pop();
      push({ type: 'text', value });
      block = stack[stack.length - 1];
      continue;
    }

    /**
     * Quotes: '|"|`
     */

    if (value === CHAR_DOUBLE_QUOTE || value === CHAR_SINGLE_QUOTE || value === CHAR_BACKTICK) {
      const open = value;
      let next;

      if (options.keepQuotes !== true) {
        value = '';
      }

      while (index < length && (next = advance())) {
        if (next === CHAR_BACKSLASH) {
          value += next + advance();
          continue;
        }

        if (next === open) {
          if (options.keepQuotes === true) value += next;
          break;
        }

        value += next;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Left curly brace: '{'
     */

    if (value === CHAR_LEFT_CURLY_BRACE) {
      depth++;

      const dollar = prev.value && prev.value.slice(-1) === '$' || block.dollar === true;
      const brace = {
        type: 'brace',
        open: true,
        close: false,
        dollar,
        depth,
        commas: 0,
        ranges: 0,
        nodes: []
      };

      block = push(brace);
      stack.push(block);
      push({ type: 'open', value });
      continue;
    }

    /**
     * Right curly brace: '}'
     */

    if (value === CHAR_RIGHT_CURLY_BRACE) {
      if (block.type !== 'brace') {
        push({ type: 'text', value });
        continue;
      }

      const type = 'close';
      block = stack.pop();
      block.close = true;

      push({ type, value });
      depth--;

      block = stack[stack.length - 1];
      continue;
    }

    /**
     * Comma: ','
     */

    if (value === CHAR_COMMA && depth > 0) {
      if (block.ranges > 0) {
        block.ranges = 0;
        const open = block.nodes.shift();
        block.nodes = [open, { type: 'text', value: stringify(block) }];
      }

      push({ type: 'comma', value });
      block.commas++;
      continue;
    }

    /**
     * Dot: '.'
     */

    if (value === CHAR_DOT && depth > 0 && block.commas === 0) {
      const siblings = block.nodes;

      if (depth === 0 || siblings.length === 0) {
        push({ type: 'text', value });
        continue;
      }

      if (prev.type === 'dot') {
        block.range = [];
        prev.value += value;
        prev.type = 'range';

        if (block.nodes.length !== 3 && block.nodes.length !== 5) {
          block.invalid = true;
          block.ranges = 0;
          prev.type = 'text';
          continue;
        }

        block.ranges++;
        block.args = [];
        continue;
      }

      if (prev.type === 'range') {
        siblings.pop();

        const before = siblings[siblings.length - 1];
        before.value += prev.value + value;
        prev = before;
        block.ranges--;
        continue;
      }

      push({ type: 'dot', value });
      continue;
    }

    /**
     * Text
     */

    push({ type: 'text', value });
  }

  // Mark imbalanced braces and brackets as invalid
  do {
    block = stack.pop();

    if (block.type !== 'root') {
      block.nodes.forEach(node => {
        if (!node.nodes) {
          if (node.type === 'open') node.isOpen = true;
          if (node.type === 'close') node.isClose = true;
          if (!node.nodes) node.type = 'text';
          node.invalid = true;
        }
      });

      // get the location of the block on parent.nodes (block's siblings)
      const parent = stack[stack.length - 1];
      const index = parent.nodes.indexOf(block);
      // replace the (invalid) block with it's nodes
      parent.nodes.splice(index, 1, ...block.nodes);
    }
  } while (stack.length > 0);

  push({ type: 'eos' });
  return ast;
};

module.exports = parse;


/***/ }),

/***/ 3669:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(9281);

module.exports = (ast, options = {}) => {
  const stringify = (node, parent = {}) => {
    const invalidBlock = options.escapeInvalid && utils.isInvalidBrace(parent);
    const invalidNode = node.invalid === true && options.escapeInvalid === true;
    let output = '';

    if (node.value) {
      if ((invalidBlock || invalidNode) && utils.isOpenOrClose(node)) {
        return '\\' + node.value;
      }
      return node.value;
    }

    if (node.value) {
      return node.value;
    }

    if (node.nodes) {
      for (const child of node.nodes) {
        output += stringify(child);
      }
    }
    return output;
  };

  return stringify(ast);
};



/***/ }),

/***/ 9281:
/***/ ((__unused_webpack_module, exports) => {



exports.isInteger = num => {
  if (typeof num === 'number') {
    return Number.isInteger(num);
  }
  if (typeof num === 'string' && num.trim() !== '') {
    return Number.isInteger(Number(num));
  }
  return false;
};

/**
 * Find a node of the given type
 */

exports.find = (node, type) => node.nodes.find(node => node.type === type);

/**
 * Find a node of the given type
 */

exports.exceedsLimit = (min, max, step = 1, limit) => {
  if (limit === false) return false;
  if (!exports.isInteger(min) || !exports.isInteger(max)) return false;
  return ((Number(max) - Number(min)) / Number(step)) >= limit;
};

/**
 * Escape the given node with '\\' before node.value
 */

exports.escapeNode = (block, n = 0, type) => {
  const node = block.nodes[n];
  if (!node) return;

  if ((type && node.type === type) || node.type === 'open' || node.type === 'close') {
    if (node.escaped !== true) {
      node.value = '\\' + node.value;
      node.escaped = true;
    }
  }
};

/**
 * Returns true if the given brace node should be enclosed in literal braces
 */

exports.encloseBrace = node => {
  if (node.type !== 'brace') return false;
  if ((node.commas >> 0 + node.ranges >> 0) === 0) {
    node.invalid = true;
    return true;
  }
  return false;
};

/**
 * Returns true if a brace node is invalid.
 */

exports.isInvalidBrace = block => {
  if (block.type !== 'brace') return false;
  if (block.invalid === true || block.dollar) return true;
  if ((block.commas >> 0 + block.ranges >> 0) === 0) {
    block.invalid = true;
    return true;
  }
  if (block.open !== true || block.close !== true) {
    block.invalid = true;
    return true;
  }
  return false;
};

/**
 * Returns true if a node is an open or close node
 */

exports.isOpenOrClose = node => {
  if (node.type === 'open' || node.type === 'close') {
    return true;
  }
  return node.open === true || node.close === true;
};

/**
 * Reduce an array of text nodes.
 */

exports.reduce = nodes => nodes.reduce((acc, node) => {
  if (node.type === 'text') acc.push(node.value);
  if (node.type === 'range') node.type = 'text';
  return acc;
}, []);

/**
 * Flatten an array
 */

exports.flatten = (...args) => {
  const result = [];

  const flat = arr => {
    for (let i = 0; i < arr.length; i++) {
      const ele = arr[i];

      if (Array.isArray(ele)) {
        flat(ele);
        continue;
      }

      if (ele !== undefined) {
        result.push(ele);
      }
    }
    return result;
  };

  flat(args);
  return result;
};


/***/ }),

/***/ 3024:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const taskManager = __nccwpck_require__(5575);
const async_1 = __nccwpck_require__(5685);
const stream_1 = __nccwpck_require__(5393);
const sync_1 = __nccwpck_require__(4278);
const settings_1 = __nccwpck_require__(4127);
const utils = __nccwpck_require__(8962);
async function FastGlob(source, options) {
    assertPatternsInput(source);
    const works = getWorks(source, async_1.default, options);
    const result = await Promise.all(works);
    return utils.array.flatten(result);
}
// https://github.com/typescript-eslint/typescript-eslint/issues/60
// eslint-disable-next-line no-redeclare
(function (FastGlob) {
    FastGlob.glob = FastGlob;
    FastGlob.globSync = sync;
    FastGlob.globStream = stream;
    FastGlob.async = FastGlob;
    function sync(source, options) {
        assertPatternsInput(source);
        const works = getWorks(source, sync_1.default, options);
        return utils.array.flatten(works);
    }
    FastGlob.sync = sync;
    function stream(source, options) {
        assertPatternsInput(source);
        const works = getWorks(source, stream_1.default, options);
        /**
         * The stream returned by the provider cannot work with an asynchronous iterator.
         * To support asynchronous iterators, regardless of the number of tasks, we always multiplex streams.
         * This affects performance (+25%). I don't see best solution right now.
         */
        return utils.stream.merge(works);
    }
    FastGlob.stream = stream;
    function generateTasks(source, options) {
        assertPatternsInput(source);
        const patterns = [].concat(source);
        const settings = new settings_1.default(options);
        return taskManager.generate(patterns, settings);
    }
    FastGlob.generateTasks = generateTasks;
    function isDynamicPattern(source, options) {
        assertPatternsInput(source);
        const settings = new settings_1.default(options);
        return utils.pattern.isDynamicPattern(source, settings);
    }
    FastGlob.isDynamicPattern = isDynamicPattern;
    function escapePath(source) {
        assertPatternsInput(source);
        return utils.path.escape(source);
    }
    FastGlob.escapePath = escapePath;
    function convertPathToPattern(source) {
        assertPatternsInput(source);
        return utils.path.convertPathToPattern(source);
    }
    FastGlob.convertPathToPattern = convertPathToPattern;
    let posix;
    (function (posix) {
        function escapePath(source) {
            assertPatternsInput(source);
            return utils.path.escapePosixPath(source);
        }
        posix.escapePath = escapePath;
        function convertPathToPattern(source) {
            assertPatternsInput(source);
            return utils.path.convertPosixPathToPattern(source);
        }
        posix.convertPathToPattern = convertPathToPattern;
    })(posix = FastGlob.posix || (FastGlob.posix = {}));
    let win32;
    (function (win32) {
        function escapePath(source) {
            assertPatternsInput(source);
            return utils.path.escapeWindowsPath(source);
        }
        win32.escapePath = escapePath;
        function convertPathToPattern(source) {
            assertPatternsInput(source);
            return utils.path.convertWindowsPathToPattern(source);
        }
        win32.convertPathToPattern = convertPathToPattern;
    })(win32 = FastGlob.win32 || (FastGlob.win32 = {}));
})(FastGlob || (FastGlob = {}));
function getWorks(source, _Provider, options) {
    const patterns = [].concat(source);
    const settings = new settings_1.default(options);
    const tasks = taskManager.generate(patterns, settings);
    const provider = new _Provider(settings);
    return tasks.map(provider.read, provider);
}
function assertPatternsInput(input) {
    const source = [].concat(input);
    const isValidSource = source.every((item) => utils.string.isString(item) && !utils.string.isEmpty(item));
    if (!isValidSource) {
        throw new TypeError('Patterns must be a string (non empty) or an array of strings');
    }
}
module.exports = FastGlob;


/***/ }),

/***/ 5575:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.convertPatternGroupToTask = exports.convertPatternGroupsToTasks = exports.groupPatternsByBaseDirectory = exports.getNegativePatternsAsPositive = exports.getPositivePatterns = exports.convertPatternsToTasks = exports.generate = void 0;
const utils = __nccwpck_require__(8962);
function generate(input, settings) {
    const patterns = processPatterns(input, settings);
    const ignore = processPatterns(settings.ignore, settings);
    const positivePatterns = getPositivePatterns(patterns);
    const negativePatterns = getNegativePatternsAsPositive(patterns, ignore);
    const staticPatterns = positivePatterns.filter((pattern) => utils.pattern.isStaticPattern(pattern, settings));
    const dynamicPatterns = positivePatterns.filter((pattern) => utils.pattern.isDynamicPattern(pattern, settings));
    const staticTasks = convertPatternsToTasks(staticPatterns, negativePatterns, /* dynamic */ false);
    const dynamicTasks = convertPatternsToTasks(dynamicPatterns, negativePatterns, /* dynamic */ true);
    return staticTasks.concat(dynamicTasks);
}
exports.generate = generate;
function processPatterns(input, settings) {
    let patterns = input;
    /**
     * The original pattern like `{,*,**,a/*}` can lead to problems checking the depth when matching entry
     * and some problems with the micromatch package (see fast-glob issues: #365, #394).
     *
     * To solve this problem, we expand all patterns containing brace expansion. This can lead to a slight slowdown
     * in matching in the case of a large set of patterns after expansion.
     */
    if (settings.braceExpansion) {
        patterns = utils.pattern.expandPatternsWithBraceExpansion(patterns);
    }
    /**
     * If the `baseNameMatch` option is enabled, we must add globstar to patterns, so that they can be used
     * at any nesting level.
     *
     * We do this here, because otherwise we have to complicate the filtering logic. For example, we need to change
     * the pattern in the filter before creating a regular expression. There is no need to change the patterns
     * in the application. Only on the input.
     */
    if (settings.baseNameMatch) {
        patterns = patterns.map((pattern) => pattern.includes('/') ? pattern : `**/${pattern}`);
    }
    /**
     * This method also removes duplicate slashes that may have been in the pattern or formed as a result of expansion.
     */
    return patterns.map((pattern) => utils.pattern.removeDuplicateSlashes(pattern));
}
/**
 * Returns tasks grouped by basic pattern directories.
 *
 * Patterns that can be found inside (`./`) and outside (`../`) the current directory are handled separately.
 * This is necessary because directory traversal starts at the base directory and goes deeper.
 */
function convertPatternsToTasks(positive, negative, dynamic) {
    const tasks = [];
    const patternsOutsideCurrentDirectory = utils.pattern.getPatternsOutsideCurrentDirectory(positive);
    const patternsInsideCurrentDirectory = utils.pattern.getPatternsInsideCurrentDirectory(positive);
    const outsideCurrentDirectoryGroup = groupPatternsByBaseDirectory(patternsOutsideCurrentDirectory);
    const insideCurrentDirectoryGroup = groupPatternsByBaseDirectory(patternsInsideCurrentDirectory);
    tasks.push(...convertPatternGroupsToTasks(outsideCurrentDirectoryGroup, negative, dynamic));
    /*
     * For the sake of reducing future accesses to the file system, we merge all tasks within the current directory
     * into a global task, if at least one pattern refers to the root (`.`). In this case, the global task covers the rest.
     */
    if ('.' in insideCurrentDirectoryGroup) {
        tasks.push(convertPatternGroupToTask('.', patternsInsideCurrentDirectory, negative, dynamic));
    }
    else {
        tasks.push(...convertPatternGroupsToTasks(insideCurrentDirectoryGroup, negative, dynamic));
    }
    return tasks;
}
exports.convertPatternsToTasks = convertPatternsToTasks;
function getPositivePatterns(patterns) {
    return utils.pattern.getPositivePatterns(patterns);
}
exports.getPositivePatterns = getPositivePatterns;
function getNegativePatternsAsPositive(patterns, ignore) {
    const negative = utils.pattern.getNegativePatterns(patterns).concat(ignore);
    const positive = negative.map(utils.pattern.convertToPositivePattern);
    return positive;
}
exports.getNegativePatternsAsPositive = getNegativePatternsAsPositive;
function groupPatternsByBaseDirectory(patterns) {
    const group = {};
    return patterns.reduce((collection, pattern) => {
        const base = utils.pattern.getBaseDirectory(pattern);
        if (base in collection) {
            collection[base].push(pattern);
        }
        else {
            collection[base] = [pattern];
        }
        return collection;
    }, group);
}
exports.groupPatternsByBaseDirectory = groupPatternsByBaseDirectory;
function convertPatternGroupsToTasks(positive, negative, dynamic) {
    return Object.keys(positive).map((base) => {
        return convertPatternGroupToTask(base, positive[base], negative, dynamic);
    });
}
exports.convertPatternGroupsToTasks = convertPatternGroupsToTasks;
function convertPatternGroupToTask(base, positive, negative, dynamic) {
    return {
        dynamic,
        positive,
        negative,
        base,
        patterns: [].concat(positive, negative.map(utils.pattern.convertToNegativePattern))
    };
}
exports.convertPatternGroupToTask = convertPatternGroupToTask;


/***/ }),

/***/ 5685:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const async_1 = __nccwpck_require__(7659);
const provider_1 = __nccwpck_require__(1168);
class ProviderAsync extends provider_1.default {
    constructor() {
        super(...arguments);
        this._reader = new async_1.default(this._settings);
    }
    async read(task) {
        const root = this._getRootDirectory(task);
        const options = this._getReaderOptions(task);
        const entries = await this.api(root, task, options);
        return entries.map((entry) => options.transform(entry));
    }
    api(root, task, options) {
        if (task.dynamic) {
            return this._reader.dynamic(root, options);
        }
        return this._reader.static(task.patterns, options);
    }
}
exports["default"] = ProviderAsync;


/***/ }),

/***/ 6567:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const utils = __nccwpck_require__(8962);
const partial_1 = __nccwpck_require__(876);
class DeepFilter {
    constructor(_settings, _micromatchOptions) {
        this._settings = _settings;
        this._micromatchOptions = _micromatchOptions;
    }
    getFilter(basePath, positive, negative) {
        const matcher = this._getMatcher(positive);
        const negativeRe = this._getNegativePatternsRe(negative);
        return (entry) => this._filter(basePath, entry, matcher, negativeRe);
    }
    _getMatcher(patterns) {
        return new partial_1.default(patterns, this._settings, this._micromatchOptions);
    }
    _getNegativePatternsRe(patterns) {
        const affectDepthOfReadingPatterns = patterns.filter(utils.pattern.isAffectDepthOfReadingPattern);
        return utils.pattern.convertPatternsToRe(affectDepthOfReadingPatterns, this._micromatchOptions);
    }
    _filter(basePath, entry, matcher, negativeRe) {
        if (this._isSkippedByDeep(basePath, entry.path)) {
            return false;
        }
        if (this._isSkippedSymbolicLink(entry)) {
            return false;
        }
        const filepath = utils.path.removeLeadingDotSegment(entry.path);
        if (this._isSkippedByPositivePatterns(filepath, matcher)) {
            return false;
        }
        return this._isSkippedByNegativePatterns(filepath, negativeRe);
    }
    _isSkippedByDeep(basePath, entryPath) {
        /**
         * Avoid unnecessary depth calculations when it doesn't matter.
         */
        if (this._settings.deep === Infinity) {
            return false;
        }
        return this._getEntryLevel(basePath, entryPath) >= this._settings.deep;
    }
    _getEntryLevel(basePath, entryPath) {
        const entryPathDepth = entryPath.split('/').length;
        if (basePath === '') {
            return entryPathDepth;
        }
        const basePathDepth = basePath.split('/').length;
        return entryPathDepth - basePathDepth;
    }
    _isSkippedSymbolicLink(entry) {
        return !this._settings.followSymbolicLinks && entry.dirent.isSymbolicLink();
    }
    _isSkippedByPositivePatterns(entryPath, matcher) {
        return !this._settings.baseNameMatch && !matcher.match(entryPath);
    }
    _isSkippedByNegativePatterns(entryPath, patternsRe) {
        return !utils.pattern.matchAny(entryPath, patternsRe);
    }
}
exports["default"] = DeepFilter;


/***/ }),

/***/ 1277:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const utils = __nccwpck_require__(8962);
class EntryFilter {
    constructor(_settings, _micromatchOptions) {
        this._settings = _settings;
        this._micromatchOptions = _micromatchOptions;
        this.index = new Map();
    }
    getFilter(positive, negative) {
        const [absoluteNegative, relativeNegative] = utils.pattern.partitionAbsoluteAndRelative(negative);
        const patterns = {
            positive: {
                all: utils.pattern.convertPatternsToRe(positive, this._micromatchOptions)
            },
            negative: {
                absolute: utils.pattern.convertPatternsToRe(absoluteNegative, Object.assign(Object.assign({}, this._micromatchOptions), { dot: true })),
                relative: utils.pattern.convertPatternsToRe(relativeNegative, Object.assign(Object.assign({}, this._micromatchOptions), { dot: true }))
            }
        };
        return (entry) => this._filter(entry, patterns);
    }
    _filter(entry, patterns) {
        const filepath = utils.path.removeLeadingDotSegment(entry.path);
        if (this._settings.unique && this._isDuplicateEntry(filepath)) {
            return false;
        }
        if (this._onlyFileFilter(entry) || this._onlyDirectoryFilter(entry)) {
            return false;
        }
        const isMatched = this._isMatchToPatternsSet(filepath, patterns, entry.dirent.isDirectory());
        if (this._settings.unique && isMatched) {
            this._createIndexRecord(filepath);
        }
        return isMatched;
    }
    _isDuplicateEntry(filepath) {
        return this.index.has(filepath);
    }
    _createIndexRecord(filepath) {
        this.index.set(filepath, undefined);
    }
    _onlyFileFilter(entry) {
        return this._settings.onlyFiles && !entry.dirent.isFile();
    }
    _onlyDirectoryFilter(entry) {
        return this._settings.onlyDirectories && !entry.dirent.isDirectory();
    }
    _isMatchToPatternsSet(filepath, patterns, isDirectory) {
        const isMatched = this._isMatchToPatterns(filepath, patterns.positive.all, isDirectory);
        if (!isMatched) {
            return false;
        }
        const isMatchedByRelativeNegative = this._isMatchToPatterns(filepath, patterns.negative.relative, isDirectory);
        if (isMatchedByRelativeNegative) {
            return false;
        }
        const isMatchedByAbsoluteNegative = this._isMatchToAbsoluteNegative(filepath, patterns.negative.absolute, isDirectory);
        if (isMatchedByAbsoluteNegative) {
            return false;
        }
        return true;
    }
    _isMatchToAbsoluteNegative(filepath, patternsRe, isDirectory) {
        if (patternsRe.length === 0) {
            return false;
        }
        const fullpath = utils.path.makeAbsolute(this._settings.cwd, filepath);
        return this._isMatchToPatterns(fullpath, patternsRe, isDirectory);
    }
    _isMatchToPatterns(filepath, patternsRe, isDirectory) {
        if (patternsRe.length === 0) {
            return false;
        }
        // Trying to match files and directories by patterns.
        const isMatched = utils.pattern.matchAny(filepath, patternsRe);
        // A pattern with a trailling slash can be used for directory matching.
        // To apply such pattern, we need to add a tralling slash to the path.
        if (!isMatched && isDirectory) {
            return utils.pattern.matchAny(filepath + '/', patternsRe);
        }
        return isMatched;
    }
}
exports["default"] = EntryFilter;


/***/ }),

/***/ 7731:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const utils = __nccwpck_require__(8962);
class ErrorFilter {
    constructor(_settings) {
        this._settings = _settings;
    }
    getFilter() {
        return (error) => this._isNonFatalError(error);
    }
    _isNonFatalError(error) {
        return utils.errno.isEnoentCodeError(error) || this._settings.suppressErrors;
    }
}
exports["default"] = ErrorFilter;


/***/ }),

/***/ 9763:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const utils = __nccwpck_require__(8962);
class Matcher {
    constructor(_patterns, _settings, _micromatchOptions) {
        this._patterns = _patterns;
        this._settings = _settings;
        this._micromatchOptions = _micromatchOptions;
        this._storage = [];
        this._fillStorage();
    }
    _fillStorage() {
        for (const pattern of this._patterns) {
            const segments = this._getPatternSegments(pattern);
            const sections = this._splitSegmentsIntoSections(segments);
            this._storage.push({
                complete: sections.length <= 1,
                pattern,
                segments,
                sections
            });
        }
    }
    _getPatternSegments(pattern) {
        const parts = utils.pattern.getPatternParts(pattern, this._micromatchOptions);
        return parts.map((part) => {
            const dynamic = utils.pattern.isDynamicPattern(part, this._settings);
            if (!dynamic) {
                return {
                    dynamic: false,
                    pattern: part
                };
            }
            return {
                dynamic: true,
                pattern: part,
                patternRe: utils.pattern.makeRe(part, this._micromatchOptions)
            };
        });
    }
    _splitSegmentsIntoSections(segments) {
        return utils.array.splitWhen(segments, (segment) => segment.dynamic && utils.pattern.hasGlobStar(segment.pattern));
    }
}
exports["default"] = Matcher;


/***/ }),

/***/ 876:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const matcher_1 = __nccwpck_require__(9763);
class PartialMatcher extends matcher_1.default {
    match(filepath) {
        const parts = filepath.split('/');
        const levels = parts.length;
        const patterns = this._storage.filter((info) => !info.complete || info.segments.length > levels);
        for (const pattern of patterns) {
            const section = pattern.sections[0];
            /**
             * In this case, the pattern has a globstar and we must read all directories unconditionally,
             * but only if the level has reached the end of the first group.
             *
             * fixtures/{a,b}/**
             *  ^ true/false  ^ always true
            */
            if (!pattern.complete && levels > section.length) {
                return true;
            }
            const match = parts.every((part, index) => {
                const segment = pattern.segments[index];
                if (segment.dynamic && segment.patternRe.test(part)) {
                    return true;
                }
                if (!segment.dynamic && segment.pattern === part) {
                    return true;
                }
                return false;
            });
            if (match) {
                return true;
            }
        }
        return false;
    }
}
exports["default"] = PartialMatcher;


/***/ }),

/***/ 1168:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const path = __nccwpck_require__(6928);
const deep_1 = __nccwpck_require__(6567);
const entry_1 = __nccwpck_require__(1277);
const error_1 = __nccwpck_require__(7731);
const entry_2 = __nccwpck_require__(7238);
class Provider {
    constructor(_settings) {
        this._settings = _settings;
        this.errorFilter = new error_1.default(this._settings);
        this.entryFilter = new entry_1.default(this._settings, this._getMicromatchOptions());
        this.deepFilter = new deep_1.default(this._settings, this._getMicromatchOptions());
        this.entryTransformer = new entry_2.default(this._settings);
    }
    _getRootDirectory(task) {
        return path.resolve(this._settings.cwd, task.base);
    }
    _getReaderOptions(task) {
        const basePath = task.base === '.' ? '' : task.base;
        return {
            basePath,
            pathSegmentSeparator: '/',
            concurrency: this._settings.concurrency,
            deepFilter: this.deepFilter.getFilter(basePath, task.positive, task.negative),
            entryFilter: this.entryFilter.getFilter(task.positive, task.negative),
            errorFilter: this.errorFilter.getFilter(),
            followSymbolicLinks: this._settings.followSymbolicLinks,
            fs: this._settings.fs,
            stats: this._settings.stats,
            throwErrorOnBrokenSymbolicLink: this._settings.throwErrorOnBrokenSymbolicLink,
            transform: this.entryTransformer.getTransformer()
        };
    }
    _getMicromatchOptions() {
        return {
            dot: this._settings.dot,
            matchBase: this._settings.baseNameMatch,
            nobrace: !this._settings.braceExpansion,
            nocase: !this._settings.caseSensitiveMatch,
            noext: !this._settings.extglob,
            noglobstar: !this._settings.globstar,
            posix: true,
            strictSlashes: false
        };
    }
}
exports["default"] = Provider;


/***/ }),

/***/ 5393:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const stream_1 = __nccwpck_require__(2203);
const stream_2 = __nccwpck_require__(5863);
const provider_1 = __nccwpck_require__(1168);
class ProviderStream extends provider_1.default {
    constructor() {
        super(...arguments);
        this._reader = new stream_2.default(this._settings);
    }
    read(task) {
        const root = this._getRootDirectory(task);
        const options = this._getReaderOptions(task);
        const source = this.api(root, task, options);
        const destination = new stream_1.Readable({ objectMode: true, read: () => { } });
        source
            .once('error', (error) => destination.emit('error', error))
            .on('data', (entry) => destination.emit('data', options.transform(entry)))
            .once('end', () => destination.emit('end'));
        destination
            .once('close', () => source.destroy());
        return destination;
    }
    api(root, task, options) {
        if (task.dynamic) {
            return this._reader.dynamic(root, options);
        }
        return this._reader.static(task.patterns, options);
    }
}
exports["default"] = ProviderStream;


/***/ }),

/***/ 4278:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const sync_1 = __nccwpck_require__(3688);
const provider_1 = __nccwpck_require__(1168);
class ProviderSync extends provider_1.default {
    constructor() {
        super(...arguments);
        this._reader = new sync_1.default(this._settings);
    }
    read(task) {
        const root = this._getRootDirectory(task);
        const options = this._getReaderOptions(task);
        const entries = this.api(root, task, options);
        return entries.map(options.transform);
    }
    api(root, task, options) {
        if (task.dynamic) {
            return this._reader.dynamic(root, options);
        }
        return this._reader.static(task.patterns, options);
    }
}
exports["default"] = ProviderSync;


/***/ }),

/***/ 7238:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const utils = __nccwpck_require__(8962);
class EntryTransformer {
    constructor(_settings) {
        this._settings = _settings;
    }
    getTransformer() {
        return (entry) => this._transform(entry);
    }
    _transform(entry) {
        let filepath = entry.path;
        if (this._settings.absolute) {
            filepath = utils.path.makeAbsolute(this._settings.cwd, filepath);
            filepath = utils.path.unixify(filepath);
        }
        if (this._settings.markDirectories && entry.dirent.isDirectory()) {
            filepath += '/';
        }
        if (!this._settings.objectMode) {
            return filepath;
        }
        return Object.assign(Object.assign({}, entry), { path: filepath });
    }
}
exports["default"] = EntryTransformer;


/***/ }),

/***/ 7659:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const fsWalk = __nccwpck_require__(505);
const reader_1 = __nccwpck_require__(6848);
const stream_1 = __nccwpck_require__(5863);
class ReaderAsync extends reader_1.default {
    constructor() {
        super(...arguments);
        this._walkAsync = fsWalk.walk;
        this._readerStream = new stream_1.default(this._settings);
    }
    dynamic(root, options) {
        return new Promise((resolve, reject) => {
            this._walkAsync(root, options, (error, entries) => {
                if (error === null) {
                    resolve(entries);
                }
                else {
                    reject(error);
                }
            });
        });
    }
    async static(patterns, options) {
        const entries = [];
        const stream = this._readerStream.static(patterns, options);
        // After #235, replace it with an asynchronous iterator.
        return new Promise((resolve, reject) => {
            stream.once('error', reject);
            stream.on('data', (entry) => entries.push(entry));
            stream.once('end', () => resolve(entries));
        });
    }
}
exports["default"] = ReaderAsync;


/***/ }),

/***/ 6848:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const path = __nccwpck_require__(6928);
const fsStat = __nccwpck_require__(4462);
const utils = __nccwpck_require__(8962);
class Reader {
    constructor(_settings) {
        this._settings = _settings;
        this._fsStatSettings = new fsStat.Settings({
            followSymbolicLink: this._settings.followSymbolicLinks,
            fs: this._settings.fs,
            throwErrorOnBrokenSymbolicLink: this._settings.followSymbolicLinks
        });
    }
    _getFullEntryPath(filepath) {
        return path.resolve(this._settings.cwd, filepath);
    }
    _makeEntry(stats, pattern) {
        const entry = {
            name: pattern,
            path: pattern,
            dirent: utils.fs.createDirentFromStats(pattern, stats)
        };
        if (this._settings.stats) {
            entry.stats = stats;
        }
        return entry;
    }
    _isFatalError(error) {
        return !utils.errno.isEnoentCodeError(error) && !this._settings.suppressErrors;
    }
}
exports["default"] = Reader;


/***/ }),

/***/ 5863:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const stream_1 = __nccwpck_require__(2203);
const fsStat = __nccwpck_require__(4462);
const fsWalk = __nccwpck_require__(505);
const reader_1 = __nccwpck_require__(6848);
class ReaderStream extends reader_1.default {
    constructor() {
        super(...arguments);
        this._walkStream = fsWalk.walkStream;
        this._stat = fsStat.stat;
    }
    dynamic(root, options) {
        return this._walkStream(root, options);
    }
    static(patterns, options) {
        const filepaths = patterns.map(this._getFullEntryPath, this);
        const stream = new stream_1.PassThrough({ objectMode: true });
        stream._write = (index, _enc, done) => {
            return this._getEntry(filepaths[index], patterns[index], options)
                .then((entry) => {
                if (entry !== null && options.entryFilter(entry)) {
                    stream.push(entry);
                }
                if (index === filepaths.length - 1) {
                    stream.end();
                }
                done();
            })
                .catch(done);
        };
        for (let i = 0; i < filepaths.length; i++) {
            stream.write(i);
        }
        return stream;
    }
    _getEntry(filepath, pattern, options) {
        return this._getStat(filepath)
            .then((stats) => this._makeEntry(stats, pattern))
            .catch((error) => {
            if (options.errorFilter(error)) {
                return null;
            }
            throw error;
        });
    }
    _getStat(filepath) {
        return new Promise((resolve, reject) => {
            this._stat(filepath, this._fsStatSettings, (error, stats) => {
                return error === null ? resolve(stats) : reject(error);
            });
        });
    }
}
exports["default"] = ReaderStream;


/***/ }),

/***/ 3688:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const fsStat = __nccwpck_require__(4462);
const fsWalk = __nccwpck_require__(505);
const reader_1 = __nccwpck_require__(6848);
class ReaderSync extends reader_1.default {
    constructor() {
        super(...arguments);
        this._walkSync = fsWalk.walkSync;
        this._statSync = fsStat.statSync;
    }
    dynamic(root, options) {
        return this._walkSync(root, options);
    }
    static(patterns, options) {
        const entries = [];
        for (const pattern of patterns) {
            const filepath = this._getFullEntryPath(pattern);
            const entry = this._getEntry(filepath, pattern, options);
            if (entry === null || !options.entryFilter(entry)) {
                continue;
            }
            entries.push(entry);
        }
        return entries;
    }
    _getEntry(filepath, pattern, options) {
        try {
            const stats = this._getStat(filepath);
            return this._makeEntry(stats, pattern);
        }
        catch (error) {
            if (options.errorFilter(error)) {
                return null;
            }
            throw error;
        }
    }
    _getStat(filepath) {
        return this._statSync(filepath, this._fsStatSettings);
    }
}
exports["default"] = ReaderSync;


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DEFAULT_FILE_SYSTEM_ADAPTER = void 0;
const fs = __nccwpck_require__(9896);
const os = __nccwpck_require__(857);
/**
 * The `os.cpus` method can return zero. We expect the number of cores to be greater than zero.
 * https://github.com/nodejs/node/blob/7faeddf23a98c53896f8b574a6e66589e8fb1eb8/lib/os.js#L106-L107
 */
const CPU_COUNT = Math.max(os.cpus().length, 1);
exports.DEFAULT_FILE_SYSTEM_ADAPTER = {
    lstat: fs.lstat,
    lstatSync: fs.lstatSync,
    stat: fs.stat,
    statSync: fs.statSync,
    readdir: fs.readdir,
    readdirSync: fs.readdirSync
};
class Settings {
    constructor(_options = {}) {
        this._options = _options;
        this.absolute = this._getValue(this._options.absolute, false);
        this.baseNameMatch = this._getValue(this._options.baseNameMatch, false);
        this.braceExpansion = this._getValue(this._options.braceExpansion, true);
        this.caseSensitiveMatch = this._getValue(this._options.caseSensitiveMatch, true);
        this.concurrency = this._getValue(this._options.concurrency, CPU_COUNT);
        this.cwd = this._getValue(this._options.cwd, process.cwd());
        this.deep = this._getValue(this._options.deep, Infinity);
        this.dot = this._getValue(this._options.dot, false);
        this.extglob = this._getValue(this._options.extglob, true);
        this.followSymbolicLinks = this._getValue(this._options.followSymbolicLinks, true);
        this.fs = this._getFileSystemMethods(this._options.fs);
        this.globstar = this._getValue(this._options.globstar, true);
        this.ignore = this._getValue(this._options.ignore, []);
        this.markDirectories = this._getValue(this._options.markDirectories, false);
        this.objectMode = this._getValue(this._options.objectMode, false);
        this.onlyDirectories = this._getValue(this._options.onlyDirectories, false);
        this.onlyFiles = this._getValue(this._options.onlyFiles, true);
        this.stats = this._getValue(this._options.stats, false);
        this.suppressErrors = this._getValue(this._options.suppressErrors, false);
        this.throwErrorOnBrokenSymbolicLink = this._getValue(this._options.throwErrorOnBrokenSymbolicLink, false);
        this.unique = this._getValue(this._options.unique, true);
        if (this.onlyDirectories) {
            this.onlyFiles = false;
        }
        if (this.stats) {
            this.objectMode = true;
        }
        // Remove the cast to the array in the next major (#404).
        this.ignore = [].concat(this.ignore);
    }
    _getValue(option, value) {
        return option === undefined ? value : option;
    }
    _getFileSystemMethods(methods = {}) {
        return Object.assign(Object.assign({}, exports.DEFAULT_FILE_SYSTEM_ADAPTER), methods);
    }
}
exports["default"] = Settings;


/***/ }),

/***/ 7823:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.splitWhen = exports.flatten = void 0;
function flatten(items) {
    return items.reduce((collection, item) => [].concat(collection, item), []);
}
exports.flatten = flatten;
function splitWhen(items, predicate) {
    const result = [[]];
    let groupIndex = 0;
    for (const item of items) {
        if (predicate(item)) {
            groupIndex++;
            result[groupIndex] = [];
        }
        else {
            result[groupIndex].push(item);
        }
    }
    return result;
}
exports.splitWhen = splitWhen;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isEnoentCodeError = void 0;
function isEnoentCodeError(error) {
    return error.code === 'ENOENT';
}
exports.isEnoentCodeError = isEnoentCodeError;


/***/ }),

/***/ 1699:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.createDirentFromStats = void 0;
class DirentFromStats {
    constructor(name, stats) {
        this.name = name;
        this.isBlockDevice = stats.isBlockDevice.bind(stats);
        this.isCharacterDevice = stats.isCharacterDevice.bind(stats);
        this.isDirectory = stats.isDirectory.bind(stats);
        this.isFIFO = stats.isFIFO.bind(stats);
        this.isFile = stats.isFile.bind(stats);
        this.isSocket = stats.isSocket.bind(stats);
        this.isSymbolicLink = stats.isSymbolicLink.bind(stats);
    }
}
function createDirentFromStats(name, stats) {
    return new DirentFromStats(name, stats);
}
exports.createDirentFromStats = createDirentFromStats;


/***/ }),

/***/ 8962:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.string = exports.stream = exports.pattern = exports.path = exports.fs = exports.errno = exports.array = void 0;
const array = __nccwpck_require__(7823);
exports.array = array;
const errno = __nccwpck_require__(5782);
exports.errno = errno;
const fs = __nccwpck_require__(1699);
exports.fs = fs;
const path = __nccwpck_require__(6403);
exports.path = path;
const pattern = __nccwpck_require__(4072);
exports.pattern = pattern;
const stream = __nccwpck_require__(8600);
exports.stream = stream;
const string = __nccwpck_require__(5705);
exports.string = string;


/***/ }),

/***/ 6403:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.convertPosixPathToPattern = exports.convertWindowsPathToPattern = exports.convertPathToPattern = exports.escapePosixPath = exports.escapeWindowsPath = exports.escape = exports.removeLeadingDotSegment = exports.makeAbsolute = exports.unixify = void 0;
const os = __nccwpck_require__(857);
const path = __nccwpck_require__(6928);
const IS_WINDOWS_PLATFORM = os.platform() === 'win32';
const LEADING_DOT_SEGMENT_CHARACTERS_COUNT = 2; // ./ or .\\
/**
 * All non-escaped special characters.
 * Posix: ()*?[]{|}, !+@ before (, ! at the beginning, \\ before non-special characters.
 * Windows: (){}[], !+@ before (, ! at the beginning.
 */
const POSIX_UNESCAPED_GLOB_SYMBOLS_RE = /(\\?)([()*?[\]{|}]|^!|[!+@](?=\()|\\(?![!()*+?@[\]{|}]))/g;
const WINDOWS_UNESCAPED_GLOB_SYMBOLS_RE = /(\\?)([()[\]{}]|^!|[!+@](?=\())/g;
/**
 * The device path (\\.\ or \\?\).
 * https://learn.microsoft.com/en-us/dotnet/standard/io/file-path-formats#dos-device-paths
 */
const DOS_DEVICE_PATH_RE = /^\\\\([.?])/;
/**
 * All backslashes except those escaping special characters.
 * Windows: !()+@{}
 * https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file#naming-conventions
 */
const WINDOWS_BACKSLASHES_RE = /\\(?![!()+@[\]{}])/g;
/**
 * Designed to work only with simple paths: `dir\\file`.
 */
function unixify(filepath) {
    return filepath.replace(/\\/g, '/');
}
exports.unixify = unixify;
function makeAbsolute(cwd, filepath) {
    return path.resolve(cwd, filepath);
}
exports.makeAbsolute = makeAbsolute;
function removeLeadingDotSegment(entry) {
    // We do not use `startsWith` because this is 10x slower than current implementation for some cases.
    // eslint-disable-next-line @typescript-eslint/prefer-string-starts-ends-with
    if (entry.charAt(0) === '.') {
        const secondCharactery = entry.charAt(1);
        if (secondCharactery === '/' || secondCharactery === '\\') {
            return entry.slice(LEADING_DOT_SEGMENT_CHARACTERS_COUNT);
        }
    }
    return entry;
}
exports.removeLeadingDotSegment = removeLeadingDotSegment;
exports.escape = IS_WINDOWS_PLATFORM ? escapeWindowsPath : escapePosixPath;
function escapeWindowsPath(pattern) {
    return pattern.replace(WINDOWS_UNESCAPED_GLOB_SYMBOLS_RE, '\\$2');
}
exports.escapeWindowsPath = escapeWindowsPath;
function escapePosixPath(pattern) {
    return pattern.replace(POSIX_UNESCAPED_GLOB_SYMBOLS_RE, '\\$2');
}
exports.escapePosixPath = escapePosixPath;
exports.convertPathToPattern = IS_WINDOWS_PLATFORM ? convertWindowsPathToPattern : convertPosixPathToPattern;
function convertWindowsPathToPattern(filepath) {
    return escapeWindowsPath(filepath)
        .replace(DOS_DEVICE_PATH_RE, '//$1')
        .replace(WINDOWS_BACKSLASHES_RE, '/');
}
exports.convertWindowsPathToPattern = convertWindowsPathToPattern;
function convertPosixPathToPattern(filepath) {
    return escapePosixPath(filepath);
}
exports.convertPosixPathToPattern = convertPosixPathToPattern;


/***/ }),

/***/ 4072:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isAbsolute = exports.partitionAbsoluteAndRelative = exports.removeDuplicateSlashes = exports.matchAny = exports.convertPatternsToRe = exports.makeRe = exports.getPatternParts = exports.expandBraceExpansion = exports.expandPatternsWithBraceExpansion = exports.isAffectDepthOfReadingPattern = exports.endsWithSlashGlobStar = exports.hasGlobStar = exports.getBaseDirectory = exports.isPatternRelatedToParentDirectory = exports.getPatternsOutsideCurrentDirectory = exports.getPatternsInsideCurrentDirectory = exports.getPositivePatterns = exports.getNegativePatterns = exports.isPositivePattern = exports.isNegativePattern = exports.convertToNegativePattern = exports.convertToPositivePattern = exports.isDynamicPattern = exports.isStaticPattern = void 0;
const path = __nccwpck_require__(6928);
const globParent = __nccwpck_require__(1049);
const micromatch = __nccwpck_require__(7073);
const GLOBSTAR = '**';
const ESCAPE_SYMBOL = '\\';
const COMMON_GLOB_SYMBOLS_RE = /[*?]|^!/;
const REGEX_CHARACTER_CLASS_SYMBOLS_RE = /\[[^[]*]/;
const REGEX_GROUP_SYMBOLS_RE = /(?:^|[^!*+?@])\([^(]*\|[^|]*\)/;
const GLOB_EXTENSION_SYMBOLS_RE = /[!*+?@]\([^(]*\)/;
const BRACE_EXPANSION_SEPARATORS_RE = /,|\.\./;
/**
 * Matches a sequence of two or more consecutive slashes, excluding the first two slashes at the beginning of the string.
 * The latter is due to the presence of the device path at the beginning of the UNC path.
 */
const DOUBLE_SLASH_RE = /(?!^)\/{2,}/g;
function isStaticPattern(pattern, options = {}) {
    return !isDynamicPattern(pattern, options);
}
exports.isStaticPattern = isStaticPattern;
function isDynamicPattern(pattern, options = {}) {
    /**
     * A special case with an empty string is necessary for matching patterns that start with a forward slash.
     * An empty string cannot be a dynamic pattern.
     * For example, the pattern `/lib/*` will be spread into parts: '', 'lib', '*'.
     */
    if (pattern === '') {
        return false;
    }
    /**
     * When the `caseSensitiveMatch` option is disabled, all patterns must be marked as dynamic, because we cannot check
     * filepath directly (without read directory).
     */
    if (options.caseSensitiveMatch === false || pattern.includes(ESCAPE_SYMBOL)) {
        return true;
    }
    if (COMMON_GLOB_SYMBOLS_RE.test(pattern) || REGEX_CHARACTER_CLASS_SYMBOLS_RE.test(pattern) || REGEX_GROUP_SYMBOLS_RE.test(pattern)) {
        return true;
    }
    if (options.extglob !== false && GLOB_EXTENSION_SYMBOLS_RE.test(pattern)) {
        return true;
    }
    if (options.braceExpansion !== false && hasBraceExpansion(pattern)) {
        return true;
    }
    return false;
}
exports.isDynamicPattern = isDynamicPattern;
function hasBraceExpansion(pattern) {
    const openingBraceIndex = pattern.indexOf('{');
    if (openingBraceIndex === -1) {
        return false;
    }
    const closingBraceIndex = pattern.indexOf('}', openingBraceIndex + 1);
    if (closingBraceIndex === -1) {
        return false;
    }
    const braceContent = pattern.slice(openingBraceIndex, closingBraceIndex);
    return BRACE_EXPANSION_SEPARATORS_RE.test(braceContent);
}
function convertToPositivePattern(pattern) {
    return isNegativePattern(pattern) ? pattern.slice(1) : pattern;
}
exports.convertToPositivePattern = convertToPositivePattern;
function convertToNegativePattern(pattern) {
    return '!' + pattern;
}
exports.convertToNegativePattern = convertToNegativePattern;
function isNegativePattern(pattern) {
    return pattern.startsWith('!') && pattern[1] !== '(';
}
exports.isNegativePattern = isNegativePattern;
function isPositivePattern(pattern) {
    return !isNegativePattern(pattern);
}
exports.isPositivePattern = isPositivePattern;
function getNegativePatterns(patterns) {
    return patterns.filter(isNegativePattern);
}
exports.getNegativePatterns = getNegativePatterns;
function getPositivePatterns(patterns) {
    return patterns.filter(isPositivePattern);
}
exports.getPositivePatterns = getPositivePatterns;
/**
 * Returns patterns that can be applied inside the current directory.
 *
 * @example
 * // ['./*', '*', 'a/*']
 * getPatternsInsideCurrentDirectory(['./*', '*', 'a/*', '../*', './../*'])
 */
function getPatternsInsideCurrentDirectory(patterns) {
    return patterns.filter((pattern) => !isPatternRelatedToParentDirectory(pattern));
}
exports.getPatternsInsideCurrentDirectory = getPatternsInsideCurrentDirectory;
/**
 * Returns patterns to be expanded relative to (outside) the current directory.
 *
 * @example
 * // ['../*', './../*']
 * getPatternsInsideCurrentDirectory(['./*', '*', 'a/*', '../*', './../*'])
 */
function getPatternsOutsideCurrentDirectory(patterns) {
    return patterns.filter(isPatternRelatedToParentDirectory);
}
exports.getPatternsOutsideCurrentDirectory = getPatternsOutsideCurrentDirectory;
function isPatternRelatedToParentDirectory(pattern) {
    return pattern.startsWith('..') || pattern.startsWith('./..');
}
exports.isPatternRelatedToParentDirectory = isPatternRelatedToParentDirectory;
function getBaseDirectory(pattern) {
    return globParent(pattern, { flipBackslashes: false });
}
exports.getBaseDirectory = getBaseDirectory;
function hasGlobStar(pattern) {
    return pattern.includes(GLOBSTAR);
}
exports.hasGlobStar = hasGlobStar;
function endsWithSlashGlobStar(pattern) {
    return pattern.endsWith('/' + GLOBSTAR);
}
exports.endsWithSlashGlobStar = endsWithSlashGlobStar;
function isAffectDepthOfReadingPattern(pattern) {
    const basename = path.basename(pattern);
    return endsWithSlashGlobStar(pattern) || isStaticPattern(basename);
}
exports.isAffectDepthOfReadingPattern = isAffectDepthOfReadingPattern;
function expandPatternsWithBraceExpansion(patterns) {
    return patterns.reduce((collection, pattern) => {
        return collection.concat(expandBraceExpansion(pattern));
    }, []);
}
exports.expandPatternsWithBraceExpansion = expandPatternsWithBraceExpansion;
function expandBraceExpansion(pattern) {
    const patterns = micromatch.braces(pattern, { expand: true, nodupes: true, keepEscaping: true });
    /**
     * Sort the patterns by length so that the same depth patterns are processed side by side.
     * `a/{b,}/{c,}/*` – `['a///*', 'a/b//*', 'a//c/*', 'a/b/c/*']`
     */
    patterns.sort((a, b) => a.length - b.length);
    /**
     * Micromatch can return an empty string in the case of patterns like `{a,}`.
     */
    return patterns.filter((pattern) => pattern !== '');
}
exports.expandBraceExpansion = expandBraceExpansion;
function getPatternParts(pattern, options) {
    let { parts } = micromatch.scan(pattern, Object.assign(Object.assign({}, options), { parts: true }));
    /**
     * The scan method returns an empty array in some cases.
     * See micromatch/picomatch#58 for more details.
     */
    if (parts.length === 0) {
        parts = [pattern];
    }
    /**
     * The scan method does not return an empty part for the pattern with a forward slash.
     * This is another part of micromatch/picomatch#58.
     */
    if (parts[0].startsWith('/')) {
        parts[0] = parts[0].slice(1);
        parts.unshift('');
    }
    return parts;
}
exports.getPatternParts = getPatternParts;
function makeRe(pattern, options) {
    return micromatch.makeRe(pattern, options);
}
exports.makeRe = makeRe;
function convertPatternsToRe(patterns, options) {
    return patterns.map((pattern) => makeRe(pattern, options));
}
exports.convertPatternsToRe = convertPatternsToRe;
function matchAny(entry, patternsRe) {
    return patternsRe.some((patternRe) => patternRe.test(entry));
}
exports.matchAny = matchAny;
/**
 * This package only works with forward slashes as a path separator.
 * Because of this, we cannot use the standard `path.normalize` method, because on Windows platform it will use of backslashes.
 */
function removeDuplicateSlashes(pattern) {
    return pattern.replace(DOUBLE_SLASH_RE, '/');
}
exports.removeDuplicateSlashes = removeDuplicateSlashes;
function partitionAbsoluteAndRelative(patterns) {
    const absolute = [];
    const relative = [];
    for (const pattern of patterns) {
        if (isAbsolute(pattern)) {
            absolute.push(pattern);
        }
        else {
            relative.push(pattern);
        }
    }
    return [absolute, relative];
}
exports.partitionAbsoluteAndRelative = partitionAbsoluteAndRelative;
function isAbsolute(pattern) {
    return path.isAbsolute(pattern);
}
exports.isAbsolute = isAbsolute;


/***/ }),

/***/ 8600:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.merge = void 0;
const merge2 = __nccwpck_require__(6226);
function merge(streams) {
    const mergedStream = merge2(streams);
    streams.forEach((stream) => {
        stream.once('error', (error) => mergedStream.emit('error', error));
    });
    mergedStream.once('close', () => propagateCloseEventToSources(streams));
    mergedStream.once('end', () => propagateCloseEventToSources(streams));
    return mergedStream;
}
exports.merge = merge;
function propagateCloseEventToSources(streams) {
    streams.forEach((stream) => stream.emit('close'));
}


/***/ }),

/***/ 5705:
/***/ ((__unused_webpack_module, exports) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.isEmpty = exports.isString = void 0;
function isString(input) {
    return typeof input === 'string';
}
exports.isString = isString;
function isEmpty(input) {
    return input === '';
}
exports.isEmpty = isEmpty;


/***/ }),

/***/ 7789:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*!
 * fill-range <https://github.com/jonschlinkert/fill-range>
 *
 * Copyright (c) 2014-present, Jon Schlinkert.
 * Licensed under the MIT License.
 */



const util = __nccwpck_require__(9023);
const toRegexRange = __nccwpck_require__(5247);

const isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);

const transform = toNumber => {
  return value => toNumber === true ? Number(value) : String(value);
};

const isValidValue = value => {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
};

const isNumber = num => Number.isInteger(+num);

const zeros = input => {
  let value = `${input}`;
  let index = -1;
  if (value[0] === '-') value = value.slice(1);
  if (value === '0') return false;
  while (value[++index] === '0');
  return index > 0;
};

const stringify = (start, end, options) => {
  if (typeof start === 'string' || typeof end === 'string') {
    return true;
  }
  return options.stringify === true;
};

const pad = (input, maxLength, toNumber) => {
  if (maxLength > 0) {
    let dash = input[0] === '-' ? '-' : '';
    if (dash) input = input.slice(1);
    input = (dash + input.padStart(dash ? maxLength - 1 : maxLength, '0'));
  }
  if (toNumber === false) {
    return String(input);
  }
  return input;
};

const toMaxLen = (input, maxLength) => {
  let negative = input[0] === '-' ? '-' : '';
  if (negative) {
    input = input.slice(1);
    maxLength--;
  }
  while (input.length < maxLength) input = '0' + input;
  return negative ? ('-' + input) : input;
};

const toSequence = (parts, options, maxLen) => {
  parts.negatives.sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
  parts.positives.sort((a, b) => a < b ? -1 : a > b ? 1 : 0);

  let prefix = options.capture ? '' : '?:';
  let positives = '';
  let negatives = '';
  let result;

  if (parts.positives.length) {
    positives = parts.positives.map(v => toMaxLen(String(v), maxLen)).join('|');
  }

  if (parts.negatives.length) {
    negatives = `-(${prefix}${parts.negatives.map(v => toMaxLen(String(v), maxLen)).join('|')})`;
  }

  if (positives && negatives) {
    result = `${positives}|${negatives}`;
  } else {
    result = positives || negatives;
  }

  if (options.wrap) {
    return `(${prefix}${result})`;
  }

  return result;
};

const toRange = (a, b, isNumbers, options) => {
  if (isNumbers) {
    return toRegexRange(a, b, { wrap: false, ...options });
  }

  let start = String.fromCharCode(a);
  if (a === b) return start;

  let stop = String.fromCharCode(b);
  return `[${start}-${stop}]`;
};

const toRegex = (start, end, options) => {
  if (Array.isArray(start)) {
    let wrap = options.wrap === true;
    let prefix = options.capture ? '' : '?:';
    return wrap ? `(${prefix}${start.join('|')})` : start.join('|');
  }
  return toRegexRange(start, end, options);
};

const rangeError = (...args) => {
  return new RangeError('Invalid range arguments: ' + util.inspect(...args));
};

const invalidRange = (start, end, options) => {
  if (options.strictRanges === true) throw rangeError([start, end]);
  return [];
};

const invalidStep = (step, options) => {
  if (options.strictRanges === true) {
    throw new TypeError(`Expected step "${step}" to be a number`);
  }
  return [];
};

const fillNumbers = (start, end, step = 1, options = {}) => {
  let a = Number(start);
  let b = Number(end);

  if (!Number.isInteger(a) || !Number.isInteger(b)) {
    if (options.strictRanges === true) throw rangeError([start, end]);
    return [];
  }

  // fix negative zero
  if (a === 0) a = 0;
  if (b === 0) b = 0;

  let descending = a > b;
  let startString = String(start);
  let endString = String(end);
  let stepString = String(step);
  step = Math.max(Math.abs(step), 1);

  let padded = zeros(startString) || zeros(endString) || zeros(stepString);
  let maxLen = padded ? Math.max(startString.length, endString.length, stepString.length) : 0;
  let toNumber = padded === false && stringify(start, end, options) === false;
  let format = options.transform || transform(toNumber);

  if (options.toRegex && step === 1) {
    return toRange(toMaxLen(start, maxLen), toMaxLen(end, maxLen), true, options);
  }

  let parts = { negatives: [], positives: [] };
  let push = num => parts[num < 0 ? 'negatives' : 'positives'].push(Math.abs(num));
  let range = [];
  let index = 0;

  while (descending ? a >= b : a <= b) {
    if (options.toRegex === true && step > 1) {
      push(a);
    } else {
      range.push(pad(format(a, index), maxLen, toNumber));
    }
    a = descending ? a - step : a + step;
    index++;
  }

  if (options.toRegex === true) {
    return step > 1
      ? toSequence(parts, options, maxLen)
      : toRegex(range, null, { wrap: false, ...options });
  }

  return range;
};

const fillLetters = (start, end, step = 1, options = {}) => {
  if ((!isNumber(start) && start.length > 1) || (!isNumber(end) && end.length > 1)) {
    return invalidRange(start, end, options);
  }

  let format = options.transform || (val => String.fromCharCode(val));
  let a = `${start}`.charCodeAt(0);
  let b = `${end}`.charCodeAt(0);

  let descending = a > b;
  let min = Math.min(a, b);
  let max = Math.max(a, b);

  if (options.toRegex && step === 1) {
    return toRange(min, max, false, options);
  }

  let range = [];
  let index = 0;

  while (descending ? a >= b : a <= b) {
    range.push(format(a, index));
    a = descending ? a - step : a + step;
    index++;
  }

  if (options.toRegex === true) {
    return toRegex(range, null, { wrap: false, options });
  }

  return range;
};

const fill = (start, end, step, options = {}) => {
  if (end == null && isValidValue(start)) {
    return [start];
  }

  if (!isValidValue(start) || !isValidValue(end)) {
    return invalidRange(start, end, options);
  }

  if (typeof step === 'function') {
    return fill(start, end, 1, { transform: step });
  }

  if (isObject(step)) {
    return fill(start, end, 0, step);
  }

  let opts = { ...options };
  if (opts.capture === true) opts.wrap = true;
  step = step || opts.step || 1;

  if (!isNumber(step)) {
    if (step != null && !isObject(step)) return invalidStep(step, opts);
    return fill(start, end, 1, step);
  }

  if (isNumber(start) && isNumber(end)) {
    return fillNumbers(start, end, step, opts);
  }

  return fillLetters(start, end, Math.max(Math.abs(step), 1), opts);
};

module.exports = fill;


/***/ }),

/***/ 1049:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



var isGlob = __nccwpck_require__(37);
var pathPosixDirname = (__nccwpck_require__(6928).posix).dirname;
var isWin32 = (__nccwpck_require__(857).platform)() === 'win32';

var slash = '/';
var backslash = /\\/g;
var enclosure = /[\{\[].*[\}\]]$/;
var globby = /(^|[^\\])([\{\[]|\([^\)]+$)/;
var escaped = /\\([\!\*\?\|\[\]\(\)\{\}])/g;

/**
 * @param {string} str
 * @param {Object} opts
 * @param {boolean} [opts.flipBackslashes=true]
 * @returns {string}
 */
module.exports = function globParent(str, opts) {
  var options = Object.assign({ flipBackslashes: true }, opts);

  // flip windows path separators
  if (options.flipBackslashes && isWin32 && str.indexOf(slash) < 0) {
    str = str.replace(backslash, slash);
  }

  // special case for strings ending in enclosure containing path separator
  if (enclosure.test(str)) {
    str += slash;
  }

  // preserves full path in case of trailing path separator
  str += 'a';

  // remove path parts that are globby
  do {
    str = pathPosixDirname(str);
  } while (isGlob(str) || globby.test(str));

  // remove escape chars and return result
  return str.replace(escaped, '$1');
};


/***/ }),

/***/ 5748:
/***/ ((module) => {

/*!
 * is-extglob <https://github.com/jonschlinkert/is-extglob>
 *
 * Copyright (c) 2014-2016, Jon Schlinkert.
 * Licensed under the MIT License.
 */

module.exports = function isExtglob(str) {
  if (typeof str !== 'string' || str === '') {
    return false;
  }

  var match;
  while ((match = /(\\).|([@?!+*]\(.*\))/g.exec(str))) {
    if (match[2]) return true;
    str = str.slice(match.index + match[0].length);
  }

  return false;
};


/***/ }),

/***/ 37:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*!
 * is-glob <https://github.com/jonschlinkert/is-glob>
 *
 * Copyright (c) 2014-2017, Jon Schlinkert.
 * Released under the MIT License.
 */

var isExtglob = __nccwpck_require__(5748);
var chars = { '{': '}', '(': ')', '[': ']'};
var strictCheck = function(str) {
  if (str[0] === '!') {
    return true;
  }
  var index = 0;
  var pipeIndex = -2;
  var closeSquareIndex = -2;
  var closeCurlyIndex = -2;
  var closeParenIndex = -2;
  var backSlashIndex = -2;
  while (index < str.length) {
    if (str[index] === '*') {
      return true;
    }

    if (str[index + 1] === '?' && /[\].+)]/.test(str[index])) {
      return true;
    }

    if (closeSquareIndex !== -1 && str[index] === '[' && str[index + 1] !== ']') {
      if (closeSquareIndex < index) {
        closeSquareIndex = str.indexOf(']', index);
      }
      if (closeSquareIndex > index) {
        if (backSlashIndex === -1 || backSlashIndex > closeSquareIndex) {
          return true;
        }
        backSlashIndex = str.indexOf('\\', index);
        if (backSlashIndex === -1 || backSlashIndex > closeSquareIndex) {
          return true;
        }
      }
    }

    if (closeCurlyIndex !== -1 && str[index] === '{' && str[index + 1] !== '}') {
      closeCurlyIndex = str.indexOf('}', index);
      if (closeCurlyIndex > index) {
        backSlashIndex = str.indexOf('\\', index);
        if (backSlashIndex === -1 || backSlashIndex > closeCurlyIndex) {
          return true;
        }
      }
    }

    if (closeParenIndex !== -1 && str[index] === '(' && str[index + 1] === '?' && /[:!=]/.test(str[index + 2]) && str[index + 3] !== ')') {
      closeParenIndex = str.indexOf(')', index);
      if (closeParenIndex > index) {
        backSlashIndex = str.indexOf('\\', index);
        if (backSlashIndex === -1 || backSlashIndex > closeParenIndex) {
          return true;
        }
      }
    }

    if (pipeIndex !== -1 && str[index] === '(' && str[index + 1] !== '|') {
      if (pipeIndex < index) {
        pipeIndex = str.indexOf('|', index);
      }
      if (pipeIndex !== -1 && str[pipeIndex + 1] !== ')') {
        closeParenIndex = str.indexOf(')', pipeIndex);
        if (closeParenIndex > pipeIndex) {
          backSlashIndex = str.indexOf('\\', pipeIndex);
          if (backSlashIndex === -1 || backSlashIndex > closeParenIndex) {
            return true;
          }
        }
      }
    }

    if (str[index] === '\\') {
      var open = str[index + 1];
      index += 2;
      var close = chars[open];

      if (close) {
        var n = str.indexOf(close, index);
        if (n !== -1) {
          index = n + 1;
        }
      }

      if (str[index] === '!') {
        return true;
      }
    } else {
      index++;
    }
  }
  return false;
};

var relaxedCheck = function(str) {
  if (str[0] === '!') {
    return true;
  }
  var index = 0;
  while (index < str.length) {
    if (/[*?{}()[\]]/.test(str[index])) {
      return true;
    }

    if (str[index] === '\\') {
      var open = str[index + 1];
      index += 2;
      var close = chars[open];

      if (close) {
        var n = str.indexOf(close, index);
        if (n !== -1) {
          index = n + 1;
        }
      }

      if (str[index] === '!') {
        return true;
      }
    } else {
      index++;
    }
  }
  return false;
};

module.exports = function isGlob(str, options) {
  if (typeof str !== 'string' || str === '') {
    return false;
  }

  if (isExtglob(str)) {
    return true;
  }

  var check = strictCheck;

  // optionally relax check
  if (options && options.strict === false) {
    check = relaxedCheck;
  }

  return check(str);
};


/***/ }),

/***/ 9262:
/***/ ((module) => {

/*!
 * is-number <https://github.com/jonschlinkert/is-number>
 *
 * Copyright (c) 2014-present, Jon Schlinkert.
 * Released under the MIT License.
 */



module.exports = function(num) {
  if (typeof num === 'number') {
    return num - num === 0;
  }
  if (typeof num === 'string' && num.trim() !== '') {
    return Number.isFinite ? Number.isFinite(+num) : isFinite(+num);
  }
  return false;
};


/***/ }),

/***/ 6226:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


/*
 * merge2
 * https://github.com/teambition/merge2
 *
 * Copyright (c) 2014-2020 Teambition
 * Licensed under the MIT license.
 */
const Stream = __nccwpck_require__(2203)
const PassThrough = Stream.PassThrough
const slice = Array.prototype.slice

module.exports = merge2

function merge2 () {
  const streamsQueue = []
  const args = slice.call(arguments)
  let merging = false
  let options = args[args.length - 1]

  if (options && !Array.isArray(options) && options.pipe == null) {
    args.pop()
  } else {
    options = {}
  }

  const doEnd = options.end !== false
  const doPipeError = options.pipeError === true
  if (options.objectMode == null) {
    options.objectMode = true
  }
  if (options.highWaterMark == null) {
    options.highWaterMark = 64 * 1024
  }
  const mergedStream = PassThrough(options)

  function addStream () {
    for (let i = 0, len = arguments.length; i < len; i++) {
      streamsQueue.push(pauseStreams(arguments[i], options))
    }
    mergeStream()
    return this
  }

  function mergeStream () {
    if (merging) {
      return
    }
    merging = true

    let streams = streamsQueue.shift()
    if (!streams) {
      process.nextTick(endStream)
      return
    }
    if (!Array.isArray(streams)) {
      streams = [streams]
    }

    let pipesCount = streams.length + 1

    function next () {
      if (--pipesCount > 0) {
        return
      }
      merging = false
      mergeStream()
    }

    function pipe (stream) {
      function onend () {
        stream.removeListener('merge2UnpipeEnd', onend)
        stream.removeListener('end', onend)
        if (doPipeError) {
          stream.removeListener('error', onerror)
        }
        next()
      }
      function onerror (err) {
        mergedStream.emit('error', err)
      }
      // skip ended stream
      if (stream._readableState.endEmitted) {
        return next()
      }

      stream.on('merge2UnpipeEnd', onend)
      stream.on('end', onend)

      if (doPipeError) {
        stream.on('error', onerror)
      }

      stream.pipe(mergedStream, { end: false })
      // compatible for old stream
      stream.resume()
    }

    for (let i = 0; i < streams.length; i++) {
      pipe(streams[i])
    }

    next()
  }

  function endStream () {
    merging = false
    // emit 'queueDrain' when all streams merged.
    mergedStream.emit('queueDrain')
    if (doEnd) {
      mergedStream.end()
    }
  }

  mergedStream.setMaxListeners(0)
  mergedStream.add = addStream
  mergedStream.on('unpipe', function (stream) {
    stream.emit('merge2UnpipeEnd')
  })

  if (args.length) {
    addStream.apply(null, args)
  }
  return mergedStream
}

// check and pause streams for pipe.
function pauseStreams (streams, options) {
  if (!Array.isArray(streams)) {
    // Backwards-compat with old-style streams
    if (!streams._readableState && streams.pipe) {
      streams = streams.pipe(PassThrough(options))
    }
    if (!streams._readableState || !streams.pause || !streams.pipe) {
      throw new Error('Only readable stream can be merged.')
    }
    streams.pause()
  } else {
    for (let i = 0, len = streams.length; i < len; i++) {
      streams[i] = pauseStreams(streams[i], options)
    }
  }
  return streams
}


/***/ }),

/***/ 7073:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const util = __nccwpck_require__(9023);
const braces = __nccwpck_require__(9052);
const picomatch = __nccwpck_require__(8585);
const utils = __nccwpck_require__(8796);

const isEmptyString = v => v === '' || v === './';
const hasBraces = v => {
  const index = v.indexOf('{');
  return index > -1 && v.indexOf('}', index) > -1;
};

/**
 * Returns an array of strings that match one or more glob patterns.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm(list, patterns[, options]);
 *
 * console.log(mm(['a.js', 'a.txt'], ['*.js']));
 * //=> [ 'a.js' ]
 * ```
 * @param {String|Array<string>} `list` List of strings to match.
 * @param {String|Array<string>} `patterns` One or more glob patterns to use for matching.
 * @param {Object} `options` See available [options](#options)
 * @return {Array} Returns an array of matches
 * @summary false
 * @api public
 */

const micromatch = (list, patterns, options) => {
  patterns = [].concat(patterns);
  list = [].concat(list);

  let omit = new Set();
  let keep = new Set();
  let items = new Set();
  let negatives = 0;

  let onResult = state => {
    items.add(state.output);
    if (options && options.onResult) {
      options.onResult(state);
    }
  };

  for (let i = 0; i < patterns.length; i++) {
    let isMatch = picomatch(String(patterns[i]), { ...options, onResult }, true);
    let negated = isMatch.state.negated || isMatch.state.negatedExtglob;
    if (negated) negatives++;

    for (let item of list) {
      let matched = isMatch(item, true);

      let match = negated ? !matched.isMatch : matched.isMatch;
      if (!match) continue;

      if (negated) {
        omit.add(matched.output);
      } else {
        omit.delete(matched.output);
        keep.add(matched.output);
      }
    }
  }

  let result = negatives === patterns.length ? [...items] : [...keep];
  let matches = result.filter(item => !omit.has(item));

  if (options && matches.length === 0) {
    if (options.failglob === true) {
      throw new Error(`No matches found for "${patterns.join(', ')}"`);
    }

    if (options.nonull === true || options.nullglob === true) {
      return options.unescape ? patterns.map(p => p.replace(/\\/g, '')) : patterns;
    }
  }

  return matches;
};

/**
 * Backwards compatibility
 */

micromatch.match = micromatch;

/**
 * Returns a matcher function from the given glob `pattern` and `options`.
 * The returned function takes a string to match as its only argument and returns
 * true if the string is a match.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.matcher(pattern[, options]);
 *
 * const isMatch = mm.matcher('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 * ```
 * @param {String} `pattern` Glob pattern
 * @param {Object} `options`
 * @return {Function} Returns a matcher function.
 * @api public
 */

micromatch.matcher = (pattern, options) => picomatch(pattern, options);

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.isMatch(string, patterns[, options]);
 *
 * console.log(mm.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(mm.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String} `str` The string to test.
 * @param {String|Array} `patterns` One or more glob patterns to use for matching.
 * @param {Object} `[options]` See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

micromatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Backwards compatibility
 */

micromatch.any = micromatch.isMatch;

/**
 * Returns a list of strings that _**do not match any**_ of the given `patterns`.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.not(list, patterns[, options]);
 *
 * console.log(mm.not(['a.a', 'b.b', 'c.c'], '*.a'));
 * //=> ['b.b', 'c.c']
 * ```
 * @param {Array} `list` Array of strings to match.
 * @param {String|Array} `patterns` One or more glob pattern to use for matching.
 * @param {Object} `options` See available [options](#options) for changing how matches are performed
 * @return {Array} Returns an array of strings that **do not match** the given patterns.
 * @api public
 */

micromatch.not = (list, patterns, options = {}) => {
  patterns = [].concat(patterns).map(String);
  let result = new Set();
  let items = [];

  let onResult = state => {
    if (options.onResult) options.onResult(state);
    items.push(state.output);
  };

  let matches = new Set(micromatch(list, patterns, { ...options, onResult }));

  for (let item of items) {
    if (!matches.has(item)) {
      result.add(item);
    }
  }
  return [...result];
};

/**
 * Returns true if the given `string` contains the given pattern. Similar
 * to [.isMatch](#isMatch) but the pattern can match any part of the string.
 *
 * ```js
 * var mm = require('micromatch');
 * // mm.contains(string, pattern[, options]);
 *
 * console.log(mm.contains('aa/bb/cc', '*b'));
 * //=> true
 * console.log(mm.contains('aa/bb/cc', '*d'));
 * //=> false
 * ```
 * @param {String} `str` The string to match.
 * @param {String|Array} `patterns` Glob pattern to use for matching.
 * @param {Object} `options` See available [options](#options) for changing how matches are performed
 * @return {Boolean} Returns true if any of the patterns matches any part of `str`.
 * @api public
 */

micromatch.contains = (str, pattern, options) => {
  if (typeof str !== 'string') {
    throw new TypeError(`Expected a string: "${util.inspect(str)}"`);
  }

  if (Array.isArray(pattern)) {
    return pattern.some(p => micromatch.contains(str, p, options));
  }

  if (typeof pattern === 'string') {
    if (isEmptyString(str) || isEmptyString(pattern)) {
      return false;
    }

    if (str.includes(pattern) || (str.startsWith('./') && str.slice(2).includes(pattern))) {
      return true;
    }
  }

  return micromatch.isMatch(str, pattern, { ...options, contains: true });
};

/**
 * Filter the keys of the given object with the given `glob` pattern
 * and `options`. Does not attempt to match nested keys. If you need this feature,
 * use [glob-object][] instead.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.matchKeys(object, patterns[, options]);
 *
 * const obj = { aa: 'a', ab: 'b', ac: 'c' };
 * console.log(mm.matchKeys(obj, '*b'));
 * //=> { ab: 'b' }
 * ```
 * @param {Object} `object` The object with keys to filter.
 * @param {String|Array} `patterns` One or more glob patterns to use for matching.
 * @param {Object} `options` See available [options](#options) for changing how matches are performed
 * @return {Object} Returns an object with only keys that match the given patterns.
 * @api public
 */

micromatch.matchKeys = (obj, patterns, options) => {
  if (!utils.isObject(obj)) {
    throw new TypeError('Expected the first argument to be an object');
  }
  let keys = micromatch(Object.keys(obj), patterns, options);
  let res = {};
  for (let key of keys) res[key] = obj[key];
  return res;
};

/**
 * Returns true if some of the strings in the given `list` match any of the given glob `patterns`.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.some(list, patterns[, options]);
 *
 * console.log(mm.some(['foo.js', 'bar.js'], ['*.js', '!foo.js']));
 * // true
 * console.log(mm.some(['foo.js'], ['*.js', '!foo.js']));
 * // false
 * ```
 * @param {String|Array} `list` The string or array of strings to test. Returns as soon as the first match is found.
 * @param {String|Array} `patterns` One or more glob patterns to use for matching.
 * @param {Object} `options` See available [options](#options) for changing how matches are performed
 * @return {Boolean} Returns true if any `patterns` matches any of the strings in `list`
 * @api public
 */

micromatch.some = (list, patterns, options) => {
  let items = [].concat(list);

  for (let pattern of [].concat(patterns)) {
    let isMatch = picomatch(String(pattern), options);
    if (items.some(item => isMatch(item))) {
      return true;
    }
  }
  return false;
};

/**
 * Returns true if every string in the given `list` matches
 * any of the given glob `patterns`.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.every(list, patterns[, options]);
 *
 * console.log(mm.every('foo.js', ['foo.js']));
 * // true
 * console.log(mm.every(['foo.js', 'bar.js'], ['*.js']));
 * // true
 * console.log(mm.every(['foo.js', 'bar.js'], ['*.js', '!foo.js']));
 * // false
 * console.log(mm.every(['foo.js'], ['*.js', '!foo.js']));
 * // false
 * ```
 * @param {String|Array} `list` The string or array of strings to test.
 * @param {String|Array} `patterns` One or more glob patterns to use for matching.
 * @param {Object} `options` See available [options](#options) for changing how matches are performed
 * @return {Boolean} Returns true if all `patterns` matches all of the strings in `list`
 * @api public
 */

micromatch.every = (list, patterns, options) => {
  let items = [].concat(list);

  for (let pattern of [].concat(patterns)) {
    let isMatch = picomatch(String(pattern), options);
    if (!items.every(item => isMatch(item))) {
      return false;
    }
  }
  return true;
};

/**
 * Returns true if **all** of the given `patterns` match
 * the specified string.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.all(string, patterns[, options]);
 *
 * console.log(mm.all('foo.js', ['foo.js']));
 * // true
 *
 * console.log(mm.all('foo.js', ['*.js', '!foo.js']));
 * // false
 *
 * console.log(mm.all('foo.js', ['*.js', 'foo.js']));
 * // true
 *
 * console.log(mm.all('foo.js', ['*.js', 'f*', '*o*', '*o.js']));
 * // true
 * ```
 * @param {String|Array} `str` The string to test.
 * @param {String|Array} `patterns` One or more glob patterns to use for matching.
 * @param {Object} `options` See available [options](#options) for changing how matches are performed
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

micromatch.all = (str, patterns, options) => {
  if (typeof str !== 'string') {
    throw new TypeError(`Expected a string: "${util.inspect(str)}"`);
  }

  return [].concat(patterns).every(p => picomatch(p, options)(str));
};

/**
 * Returns an array of matches captured by `pattern` in `string, or `null` if the pattern did not match.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.capture(pattern, string[, options]);
 *
 * console.log(mm.capture('test/*.js', 'test/foo.js'));
 * //=> ['foo']
 * console.log(mm.capture('test/*.js', 'foo/bar.css'));
 * //=> null
 * ```
 * @param {String} `glob` Glob pattern to use for matching.
 * @param {String} `input` String to match
 * @param {Object} `options` See available [options](#options) for changing how matches are performed
 * @return {Array|null} Returns an array of captures if the input matches the glob pattern, otherwise `null`.
 * @api public
 */

micromatch.capture = (glob, input, options) => {
  let posix = utils.isWindows(options);
  let regex = picomatch.makeRe(String(glob), { ...options, capture: true });
  let match = regex.exec(posix ? utils.toPosixSlashes(input) : input);

  if (match) {
    return match.slice(1).map(v => v === void 0 ? '' : v);
  }
};

/**
 * Create a regular expression from the given glob `pattern`.
 *
 * ```js
 * const mm = require('micromatch');
 * // mm.makeRe(pattern[, options]);
 *
 * console.log(mm.makeRe('*.js'));
 * //=> /^(?:(\.[\\\/])?(?!\.)(?=.)[^\/]*?\.js)$/
 * ```
 * @param {String} `pattern` A glob pattern to convert to regex.
 * @param {Object} `options`
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

micromatch.makeRe = (...args) => picomatch.makeRe(...args);

/**
 * Scan a glob pattern to separate the pattern into segments. Used
 * by the [split](#split) method.
 *
 * ```js
 * const mm = require('micromatch');
 * const state = mm.scan(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

micromatch.scan = (...args) => picomatch.scan(...args);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const mm = require('micromatch');
 * const state = mm.parse(pattern[, options]);
 * ```
 * @param {String} `glob`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as regex source string.
 * @api public
 */

micromatch.parse = (patterns, options) => {
  let res = [];
  for (let pattern of [].concat(patterns || [])) {
    for (let str of braces(String(pattern), options)) {
      res.push(picomatch.parse(str, options));
    }
  }
  return res;
};

/**
 * Process the given brace `pattern`.
 *
 * ```js
 * const { braces } = require('micromatch');
 * console.log(braces('foo/{a,b,c}/bar'));
 * //=> [ 'foo/(a|b|c)/bar' ]
 *
 * console.log(braces('foo/{a,b,c}/bar', { expand: true }));
 * //=> [ 'foo/a/bar', 'foo/b/bar', 'foo/c/bar' ]
 * ```
 * @param {String} `pattern` String with brace pattern to process.
 * @param {Object} `options` Any [options](#options) to change how expansion is performed. See the [braces][] library for all available options.
 * @return {Array}
 * @api public
 */

micromatch.braces = (pattern, options) => {
  if (typeof pattern !== 'string') throw new TypeError('Expected a string');
  if ((options && options.nobrace === true) || !hasBraces(pattern)) {
    return [pattern];
  }
  return braces(pattern, options);
};

/**
 * Expand braces
 */

micromatch.braceExpand = (pattern, options) => {
  if (typeof pattern !== 'string') throw new TypeError('Expected a string');
  return micromatch.braces(pattern, { ...options, expand: true });
};

/**
 * Expose micromatch
 */

// exposed for tests
micromatch.hasBraces = hasBraces;
module.exports = micromatch;


/***/ }),

/***/ 8585:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



module.exports = __nccwpck_require__(4647);


/***/ }),

/***/ 2664:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const path = __nccwpck_require__(6928);
const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  SEP: path.sep,

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 1401:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const constants = __nccwpck_require__(2664);
const utils = __nccwpck_require__(8796);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const getStarExtglobSequenceOutput = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  for (const branch of branches) {
    const safeOutput = getStarExtglobSequenceOutput(branch);
    if (safeOutput) {
      return { risky: true, safeOutput };
    }

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';
  const win32 = utils.isWindows(options);

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(win32);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.value += tok.value;
      prev.output = (prev.output || '') + tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if (next === '<' && !utils.supportsLookbehinds()) {
          throw new Error('Node.js v10 or higher is required for regex lookbehinds');
        }

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && eos()) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;
  const win32 = utils.isWindows(options);

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(win32);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 4647:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const path = __nccwpck_require__(6928);
const scan = __nccwpck_require__(6940);
const parse = __nccwpck_require__(1401);
const utils = __nccwpck_require__(8796);
const constants = __nccwpck_require__(2664);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = utils.isWindows(options);
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = utils.isWindows(options)) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(path.basename(input));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 6940:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(8796);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(2664);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              code = advance();
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES) {
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        while (eos() !== true && (code = advance())) {
          if (code === CHAR_LEFT_PARENTHESES) {
            backslashes = token.backslashes = true;
            code = advance();
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (idx !== 0 || value !== '') {
        parts.push(value);
      }
      prevIndex = i;
    }

    if (prevIndex && prevIndex + 1 < input.length) {
      const value = input.slice(prevIndex + 1);
      parts.push(value);

      if (opts.tokens) {
        tokens[tokens.length - 1].value = value;
        depth(tokens[tokens.length - 1]);
        state.maxDepth += tokens[tokens.length - 1].depth;
      }
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 8796:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



const path = __nccwpck_require__(6928);
const win32 = process.platform === 'win32';
const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(2664);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.supportsLookbehinds = () => {
  const segs = process.version.slice(1).split('.').map(Number);
  if (segs.length === 3 && segs[0] >= 9 || (segs[0] === 8 && segs[1] >= 10)) {
    return true;
  }
  return false;
};

exports.isWindows = options => {
  if (options && typeof options.windows === 'boolean') {
    return options.windows;
  }
  return win32 === true || path.sep === '\\';
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};


/***/ }),

/***/ 8687:
/***/ ((module) => {

/*! queue-microtask. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> */
let promise

module.exports = typeof queueMicrotask === 'function'
  ? queueMicrotask.bind(typeof window !== 'undefined' ? window : global)
  // reuse resolved promise, and allocate it lazily
  : cb => (promise || (promise = Promise.resolve()))
    .then(cb)
    .catch(err => setTimeout(() => { throw err }, 0))


/***/ }),

/***/ 2204:
/***/ ((module) => {



function reusify (Constructor) {
  var head = new Constructor()
  var tail = head

  function get () {
    var current = head

    if (current.next) {
      head = current.next
    } else {
      head = new Constructor()
      tail = head
    }

    current.next = null

    return current
  }

  function release (obj) {
    tail.next = obj
    tail = obj
  }

  return {
    get: get,
    release: release
  }
}

module.exports = reusify


/***/ }),

/***/ 5655:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*! run-parallel. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> */
module.exports = runParallel

const queueMicrotask = __nccwpck_require__(8687)

function runParallel (tasks, cb) {
  let results, pending, keys
  let isSync = true

  if (Array.isArray(tasks)) {
    results = []
    pending = tasks.length
  } else {
    keys = Object.keys(tasks)
    results = {}
    pending = keys.length
  }

  function done (err) {
    function end () {
      if (cb) cb(err, results)
      cb = null
    }
    if (isSync) queueMicrotask(end)
    else end()
  }

  function each (i, err, result) {
    results[i] = result
    if (--pending === 0 || err) {
      done(err)
    }
  }

  if (!pending) {
    // empty
    done(null)
  } else if (keys) {
    // object
    keys.forEach(function (key) {
      tasks[key](function (err, result) { each(key, err, result) })
    })
  } else {
    // array
    tasks.forEach(function (task, i) {
      task(function (err, result) { each(i, err, result) })
    })
  }

  isSync = false
}


/***/ }),

/***/ 5247:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*!
 * to-regex-range <https://github.com/micromatch/to-regex-range>
 *
 * Copyright (c) 2015-present, Jon Schlinkert.
 * Released under the MIT License.
 */



const isNumber = __nccwpck_require__(9262);

const toRegexRange = (min, max, options) => {
  if (isNumber(min) === false) {
    throw new TypeError('toRegexRange: expected the first argument to be a number');
  }

  if (max === void 0 || min === max) {
    return String(min);
  }

  if (isNumber(max) === false) {
    throw new TypeError('toRegexRange: expected the second argument to be a number.');
  }

  let opts = { relaxZeros: true, ...options };
  if (typeof opts.strictZeros === 'boolean') {
    opts.relaxZeros = opts.strictZeros === false;
  }

  let relax = String(opts.relaxZeros);
  let shorthand = String(opts.shorthand);
  let capture = String(opts.capture);
  let wrap = String(opts.wrap);
  let cacheKey = min + ':' + max + '=' + relax + shorthand + capture + wrap;

  if (toRegexRange.cache.hasOwnProperty(cacheKey)) {
    return toRegexRange.cache[cacheKey].result;
  }

  let a = Math.min(min, max);
  let b = Math.max(min, max);

  if (Math.abs(a - b) === 1) {
    let result = min + '|' + max;
    if (opts.capture) {
      return `(${result})`;
    }
    if (opts.wrap === false) {
      return result;
    }
    return `(?:${result})`;
  }

  let isPadded = hasPadding(min) || hasPadding(max);
  let state = { min, max, a, b };
  let positives = [];
  let negatives = [];

  if (isPadded) {
    state.isPadded = isPadded;
    state.maxLen = String(state.max).length;
  }

  if (a < 0) {
    let newMin = b < 0 ? Math.abs(b) : 1;
    negatives = splitToPatterns(newMin, Math.abs(a), state, opts);
    a = state.a = 0;
  }

  if (b >= 0) {
    positives = splitToPatterns(a, b, state, opts);
  }

  state.negatives = negatives;
  state.positives = positives;
  state.result = collatePatterns(negatives, positives, opts);

  if (opts.capture === true) {
    state.result = `(${state.result})`;
  } else if (opts.wrap !== false && (positives.length + negatives.length) > 1) {
    state.result = `(?:${state.result})`;
  }

  toRegexRange.cache[cacheKey] = state;
  return state.result;
};

function collatePatterns(neg, pos, options) {
  let onlyNegative = filterPatterns(neg, pos, '-', false, options) || [];
  let onlyPositive = filterPatterns(pos, neg, '', false, options) || [];
  let intersected = filterPatterns(neg, pos, '-?', true, options) || [];
  let subpatterns = onlyNegative.concat(intersected).concat(onlyPositive);
  return subpatterns.join('|');
}

function splitToRanges(min, max) {
  let nines = 1;
  let zeros = 1;

  let stop = countNines(min, nines);
  let stops = new Set([max]);

  while (min <= stop && stop <= max) {
    stops.add(stop);
    nines += 1;
    stop = countNines(min, nines);
  }

  stop = countZeros(max + 1, zeros) - 1;

  while (min < stop && stop <= max) {
    stops.add(stop);
    zeros += 1;
    stop = countZeros(max + 1, zeros) - 1;
  }

  stops = [...stops];
  stops.sort(compare);
  return stops;
}

/**
 * Convert a range to a regex pattern
 * @param {Number} `start`
 * @param {Number} `stop`
 * @return {String}
 */

function rangeToPattern(start, stop, options) {
  if (start === stop) {
    return { pattern: start, count: [], digits: 0 };
  }

  let zipped = zip(start, stop);
  let digits = zipped.length;
  let pattern = '';
  let count = 0;

  for (let i = 0; i < digits; i++) {
    let [startDigit, stopDigit] = zipped[i];

    if (startDigit === stopDigit) {
      pattern += startDigit;

    } else if (startDigit !== '0' || stopDigit !== '9') {
      pattern += toCharacterClass(startDigit, stopDigit, options);

    } else {
      count++;
    }
  }

  if (count) {
    pattern += options.shorthand === true ? '\\d' : '[0-9]';
  }

  return { pattern, count: [count], digits };
}

function splitToPatterns(min, max, tok, options) {
  let ranges = splitToRanges(min, max);
  let tokens = [];
  let start = min;
  let prev;

  for (let i = 0; i < ranges.length; i++) {
    let max = ranges[i];
    let obj = rangeToPattern(String(start), String(max), options);
    let zeros = '';

    if (!tok.isPadded && prev && prev.pattern === obj.pattern) {
      if (prev.count.length > 1) {
        prev.count.pop();
      }

      prev.count.push(obj.count[0]);
      prev.string = prev.pattern + toQuantifier(prev.count);
      start = max + 1;
      continue;
    }

    if (tok.isPadded) {
      zeros = padZeros(max, tok, options);
    }

    obj.string = zeros + obj.pattern + toQuantifier(obj.count);
    tokens.push(obj);
    start = max + 1;
    prev = obj;
  }

  return tokens;
}

function filterPatterns(arr, comparison, prefix, intersection, options) {
  let result = [];

  for (let ele of arr) {
    let { string } = ele;

    // only push if _both_ are negative...
    if (!intersection && !contains(comparison, 'string', string)) {
      result.push(prefix + string);
    }

    // or _both_ are positive
    if (intersection && contains(comparison, 'string', string)) {
      result.push(prefix + string);
    }
  }
  return result;
}

/**
 * Zip strings
 */

function zip(a, b) {
  let arr = [];
  for (let i = 0; i < a.length; i++) arr.push([a[i], b[i]]);
  return arr;
}

function compare(a, b) {
  return a > b ? 1 : b > a ? -1 : 0;
}

function contains(arr, key, val) {
  return arr.some(ele => ele[key] === val);
}

function countNines(min, len) {
  return Number(String(min).slice(0, -len) + '9'.repeat(len));
}

function countZeros(integer, zeros) {
  return integer - (integer % Math.pow(10, zeros));
}

function toQuantifier(digits) {
  let [start = 0, stop = ''] = digits;
  if (stop || start > 1) {
    return `{${start + (stop ? ',' + stop : '')}}`;
  }
  return '';
}

function toCharacterClass(a, b, options) {
  return `[${a}${(b - a === 1) ? '' : '-'}${b}]`;
}

function hasPadding(str) {
  return /^-?(0+)\d/.test(str);
}

function padZeros(value, tok, options) {
  if (!tok.isPadded) {
    return value;
  }

  let diff = Math.abs(tok.maxLen - String(value).length);
  let relax = options.relaxZeros !== false;

  switch (diff) {
    case 0:
      return '';
    case 1:
      return relax ? '0?' : '0';
    case 2:
      return relax ? '0{0,2}' : '00';
    default: {
      return relax ? `0{0,${diff}}` : `0{${diff}}`;
    }
  }
}

/**
 * Cache
 */

toRegexRange.cache = {};
toRegexRange.clearCache = () => (toRegexRange.cache = {});

/**
 * Expose `toRegexRange`
 */

module.exports = toRegexRange;


/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 1943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8537:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



/* eslint-disable no-var */

var reusify = __nccwpck_require__(2204)

function fastqueue (context, worker, _concurrency) {
  if (typeof context === 'function') {
    _concurrency = worker
    worker = context
    context = null
  }

  if (!(_concurrency >= 1)) {
    throw new Error('fastqueue concurrency must be equal to or greater than 1')
  }

  var cache = reusify(Task)
  var queueHead = null
  var queueTail = null
  var _running = 0
  var errorHandler = null

  var self = {
    push: push,
    drain: noop,
    saturated: noop,
    pause: pause,
    paused: false,

    get concurrency () {
      return _concurrency
    },
    set concurrency (value) {
      if (!(value >= 1)) {
        throw new Error('fastqueue concurrency must be equal to or greater than 1')
      }
      _concurrency = value

      if (self.paused) return
      for (; queueHead && _running < _concurrency;) {
        _running++
        release()
      }
    },

    running: running,
    resume: resume,
    idle: idle,
    length: length,
    getQueue: getQueue,
    unshift: unshift,
    empty: noop,
    kill: kill,
    killAndDrain: killAndDrain,
    error: error,
    abort: abort
  }

  return self

  function running () {
    return _running
  }

  function pause () {
    self.paused = true
  }

  function length () {
    var current = queueHead
    var counter = 0

    while (current) {
      current = current.next
      counter++
    }

    return counter
  }

  function getQueue () {
    var current = queueHead
    var tasks = []

    while (current) {
      tasks.push(current.value)
      current = current.next
    }

    return tasks
  }

  function resume () {
    if (!self.paused) return
    self.paused = false
    if (queueHead === null) {
      _running++
      release()
      return
    }
    for (; queueHead && _running < _concurrency;) {
      _running++
      release()
    }
  }

  function idle () {
    return _running === 0 && self.length() === 0
  }

  function push (value, done) {
    var current = cache.get()

    current.context = context
    current.release = release
    current.value = value
    current.callback = done || noop
    current.errorHandler = errorHandler

    if (_running >= _concurrency || self.paused) {
      if (queueTail) {
        queueTail.next = current
        queueTail = current
      } else {
        queueHead = current
        queueTail = current
        self.saturated()
      }
    } else {
      _running++
      worker.call(context, current.value, current.worked)
    }
  }

  function unshift (value, done) {
    var current = cache.get()

    current.context = context
    current.release = release
    current.value = value
    current.callback = done || noop
    current.errorHandler = errorHandler

    if (_running >= _concurrency || self.paused) {
      if (queueHead) {
        current.next = queueHead
        queueHead = current
      } else {
        queueHead = current
        queueTail = current
        self.saturated()
      }
    } else {
      _running++
      worker.call(context, current.value, current.worked)
    }
  }

  function release (holder) {
    if (holder) {
      cache.release(holder)
    }
    var next = queueHead
    if (next && _running <= _concurrency) {
      if (!self.paused) {
        if (queueTail === queueHead) {
          queueTail = null
        }
        queueHead = next.next
        next.next = null
        worker.call(context, next.value, next.worked)
        if (queueTail === null) {
          self.empty()
        }
      } else {
        _running--
      }
    } else if (--_running === 0) {
      self.drain()
    }
  }

  function kill () {
    queueHead = null
    queueTail = null
    self.drain = noop
  }

  function killAndDrain () {
    queueHead = null
    queueTail = null
    self.drain()
    self.drain = noop
  }

  function abort () {
    var current = queueHead
    queueHead = null
    queueTail = null

    while (current) {
      var next = current.next
      var callback = current.callback
      var errorHandler = current.errorHandler
      var val = current.value
      var context = current.context

      // Reset the task state
      current.value = null
      current.callback = noop
      current.errorHandler = null
      current.next = null

      // Call error handler if present
      if (errorHandler) {
        errorHandler(new Error('abort'), val)
      }

      // Call callback with error
      callback.call(context, new Error('abort'))

      // This task was queued, so return it to the pool without updating
      // the running worker count.
      cache.release(current)

      current = next
    }

    self.drain = noop
  }

  function error (handler) {
    errorHandler = handler
  }
}

function noop () {}

function Task () {
  this.value = null
  this.callback = noop
  this.next = null
  this.release = noop
  this.context = null
  this.errorHandler = null

  var self = this

  this.worked = function worked (err, result) {
    var callback = self.callback
    var errorHandler = self.errorHandler
    var val = self.value
    self.value = null
    self.callback = noop
    if (self.errorHandler) {
      errorHandler(err, val)
    }
    callback.call(self.context, err, result)
    self.release(self)
  }
}

function queueAsPromised (context, worker, _concurrency) {
  if (typeof context === 'function') {
    _concurrency = worker
    worker = context
    context = null
  }

  function asyncWrapper (arg, cb) {
    worker.call(this, arg)
      .then(function (res) {
        cb(null, res)
      }, cb)
  }

  var queue = fastqueue(context, asyncWrapper, _concurrency)

  var pushCb = queue.push
  var unshiftCb = queue.unshift

  queue.push = push
  queue.unshift = unshift
  queue.drained = drained

  return queue

  function push (value) {
    var p = new Promise(function (resolve, reject) {
      pushCb(value, function (err, result) {
        if (err) {
          reject(err)
          return
        }
        resolve(result)
      })
    })

    // Let's fork the promise chain to
    // make the error bubble up to the user but
    // not lead to a unhandledRejection
    p.catch(noop)

    return p
  }

  function unshift (value) {
    var p = new Promise(function (resolve, reject) {
      unshiftCb(value, function (err, result) {
        if (err) {
          reject(err)
          return
        }
        resolve(result)
      })
    })

    // Let's fork the promise chain to
    // make the error bubble up to the user but
    // not lead to a unhandledRejection
    p.catch(noop)

    return p
  }

  function drained () {
    var p = new Promise(function (resolve) {
      process.nextTick(function () {
        if (queue.idle()) {
          resolve()
        } else {
          var previousDrain = queue.drain
          queue.drain = function () {
            if (typeof previousDrain === 'function') previousDrain()
            resolve()
            queue.drain = previousDrain
          }
        }
      })
    })

    return p
  }
}

module.exports = fastqueue
module.exports.promise = queueAsPromised


/***/ }),

/***/ 3758:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5309);

const { argv, stdin, stdout, stderr, env } = process;
process.exitCode = await (0,_run_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .runCli */ .a)(argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), now: new Date() });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ regionOf),
/* harmony export */   BG: () => (/* binding */ integrationsFor),
/* harmony export */   Ej: () => (/* binding */ vendorPrincipals),
/* harmony export */   Gt: () => (/* binding */ callersOf),
/* harmony export */   ZS: () => (/* binding */ VENDOR_SESSIONS),
/* harmony export */   ev: () => (/* binding */ isNamed),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   w3: () => (/* binding */ roleArn)
/* harmony export */ });
/* unused harmony exports isUnrestricted, unnamedIntegration */
/* harmony import */ var _text_path_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5458);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2673);


/** The session names that the vendor's article lists, in its order. */
const VENDOR_SESSIONS = [
    'daebaksrv-createS3CustomerSession',
    'Ingestion-ingesttool',
    'daebaksrv-RestoreTargetCheck',
    'daebaksrv-S3Backup',
];
/** Whether all lists of a selector match; an empty list restricts nothing. */
function selects(selector, place) {
    return (anyMatches(selector.files, place.path, _text_path_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPath */ .$) &&
        anyMatches(selector.buckets, place.bucket, _text_path_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .H) &&
        anyMatches(selector.addresses, place.address, _text_path_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesName */ .H));
}
function anyMatches(patterns, value, matches) {
    if (patterns.length === 0)
        return true;
    return value !== null && patterns.some((pattern) => matches(pattern, value));
}
function isUnrestricted(selector) {
    return selector.files.length + selector.buckets.length + selector.addresses.length === 0;
}
/**
 * The integrations of a bucket: every one whose lists match; those without lists only where no other matches. Accounts
 * do not delegate across partitions, so an integration of another partition never applies. Where none is left, the role
 * is an unnamed Clumio role of the bucket's account.
 */
function integrationsFor(all, place, partition, account) {
    const here = all.filter((one) => one.partition === null || one.partition === partition);
    const chosen = here.filter((one) => !isUnrestricted(one) && selects(one, place));
    const general = here.filter(isUnrestricted);
    if (chosen.length > 0)
        return chosen;
    return general.length > 0 ? general : [unnamedIntegration(partition, account)];
}
function unnamedIntegration(partition, account) {
    return {
        partition,
        account,
        rolePath: '/clumio/',
        roleName: null,
        boundary: 'none',
        boundaryStated: false,
        sessions: VENDOR_SESSIONS,
        roleId: null,
        files: [],
        buckets: [],
        addresses: [],
        expressions: null,
        origin: 'none',
        introduced: false,
    };
}
function isNamed(integration) {
    return integration.account !== null && integration.roleName !== null;
}
const ACCOUNT_TOKEN = [{ token: 'account', holds: 'digits' }];
/** An unnamed role still has a name that the vendor gives: it starts with `Clumio`. */
const ROLE_NAME_TOKEN = ['Clumio', { token: 'role', holds: 'name' }];
const callers = new WeakMap();
/** One caller for each session of an integration; the same objects each time, so that what is known of them is kept. */
function callersOf(integration, partition) {
    const known = callers.get(integration) ?? new Map();
    callers.set(integration, known);
    const made = known.get(partition) ?? makeCallers(integration, partition);
    known.set(partition, made);
    return made;
}
function makeCallers(integration, partition) {
    return integration.sessions.map((session) => ({
        kind: 'role-session',
        partition: integration.partition ?? partition,
        account: integration.account ?? ACCOUNT_TOKEN,
        rolePath: integration.rolePath,
        roleName: integration.roleName ?? ROLE_NAME_TOKEN,
        session,
        roleId: integration.roleId,
        boundary: integration.boundary,
    }));
}
function roleArn(integration, partition) {
    const { account, rolePath, roleName } = integration;
    return `arn:${integration.partition ?? partition}:iam::${account}:role${rolePath}${roleName}`;
}
/** The principals of the vendor's article, in its order: the account root once, then each role with its sessions. */
function vendorPrincipals(integrations, partition) {
    const principals = [];
    for (const one of integrations) {
        const own = one.partition ?? partition;
        const root = `arn:${own}:iam::${one.account}:root`;
        if (!principals.includes(root))
            principals.push(root);
        principals.push(roleArn(one, partition));
        for (const session of one.sessions) {
            principals.push(`arn:${own}:sts::${one.account}:assumed-role/${one.roleName}/${session}`);
        }
    }
    return [...new Set(principals)];
}
/** The Region of a bucket that these integrations protect, where their role names agree on one. */
function regionOf(integrations) {
    const regions = new Set(integrations.map(({ roleName }) => (roleName === null ? null : (0,_roles_js__WEBPACK_IMPORTED_MODULE_0__/* .regionOfRoleName */ .f2)(roleName))));
    const [only = null] = regions;
    return regions.size === 1 ? only : null;
}


/***/ }),

/***/ 1424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ clumioContext),
/* harmony export */   qG: () => (/* binding */ isUnknownKey)
/* harmony export */ });
/* unused harmony export ORGANIZATION */
/* harmony import */ var _iam_context_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3713);
/* harmony import */ var _iam_principal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9448);
/* harmony import */ var _iam_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2047);
/* harmony import */ var _s3_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9921);




/** The organization of the bucket's account; one token, so that equal keys compare equal. */
const ORGANIZATION = [{ token: 'organization' }];
const ROLE_ID = { token: 'role-id', holds: 'name' };
const UNKNOWN_ID = { token: 'id', holds: 'name' };
/** Keys that a direct request of an assumed role never carries (semantics note §6). */
const ABSENT = new Set([
    'aws:principalservicename',
    'aws:principalservicenameslist',
    'aws:username',
    'aws:multifactorauthage',
    'aws:federatedprovider',
    'aws:signinsessionarn',
    'aws:assumedroot',
    'aws:chatbotsourcearn',
    'identitystore:userid',
    'aws:ec2instancesourcevpc',
    'aws:ec2instancesourceprivateipv4',
    'ec2:roledelivery',
    'ec2:sourceinstancearn',
    'lambda:sourcefunctionarn',
    'ssm:sourceinstancearn',
    'aws:sourceidentity',
    'aws:referer',
    'aws:tagkeys',
]);
/** Absent because the request is made directly by the role (assumption A3). */
const ABSENT_DIRECT = new Set([
    'aws:calledvia',
    'aws:calledviafirst',
    'aws:calledvialast',
    'aws:calledviaawsmcp',
    'aws:viaawsmcpservice',
    'aws:sourceaccount',
    'aws:sourcearn',
    'aws:sourceorgid',
    'aws:sourceorgpaths',
]);
const ABSENT_PREFIXES = ['glue:', 'codebuild:', 'sts:', 'aws:requesttag/'];
/** Network keys hold some id of the vendor's side, never one that the policy names (assumption A1). */
const FOREIGN = new Map([
    ['aws:sourcevpc', { shape: ['vpc-', UNKNOWN_ID], multivalued: false }],
    ['aws:sourcevpce', { shape: ['vpce-', UNKNOWN_ID], multivalued: false }],
    [
        'aws:sourcevpcarn',
        { shape: ['arn:aws:ec2:', UNKNOWN_ID, ':', UNKNOWN_ID, ':vpc/vpc-', UNKNOWN_ID], multivalued: false },
    ],
    ['aws:vpceaccount', { shape: [UNKNOWN_ID], multivalued: false }],
    ['aws:vpceorgid', { shape: ['o-', UNKNOWN_ID], multivalued: false }],
    ['aws:vpceorgpaths', { shape: ['o-', UNKNOWN_ID, '/', { token: 'path' }], multivalued: true }],
]);
/** Keys with a set of values; a stated fact gives the whole set. */
const MULTIVALUED = new Set([
    'aws:principalorgpaths',
    'aws:resourceorgpaths',
    'aws:vpceorgpaths',
    'aws:sourceorgpaths',
    'aws:calledvia',
    'aws:tagkeys',
    'aws:principalservicenameslist',
    's3:requestobjecttagkeys',
    's3:inventoryaccessibleoptionalfields',
]);
/** Documented global keys whose presence or value cannot be known statically. */
const UNKNOWN_GLOBAL = ['aws:useragent', 'aws:vpcsourceip', 'aws:principalorgpaths', 'aws:resourceorgpaths'];
const TAG_PREFIXES = ['aws:principaltag/', 'aws:resourcetag/', 's3:buckettag/'];
/** The context of one action of one Clumio session. Facts of the user win over what is assumed. */
function clumioContext(caller, action, facts) {
    return {
        lookup: (key) => lookup(key, caller, action, facts),
        isUnknownKey,
        isObjectState: (key) => key.startsWith('s3:existingobjecttag/') || key === 's3:versionid',
    };
}
function lookup(key, caller, action, facts) {
    // Not even a stated fact puts an S3 key into a request that cannot carry it (decision 6).
    if (key.startsWith('s3:') && (0,_s3_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isDocumentedS3Key */ .Kp)(key) && !(0,_s3_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .carries */ .ED)(action, key))
        return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)('A3');
    return fact(key, facts) ?? principalKey(key, caller) ?? requestKey(key, facts) ?? s3Key(key, action);
}
/** The role's account is the bucket's (assumption A5): what is known of one's organization holds for the other. */
const TWINS = new Map([
    ['aws:principalorgid', 'aws:resourceorgid'],
    ['aws:resourceorgid', 'aws:principalorgid'],
    ['aws:principalorgpaths', 'aws:resourceorgpaths'],
    ['aws:resourceorgpaths', 'aws:principalorgpaths'],
]);
/** A fact that the user stated: a value, alternatives, or never present. */
function fact(key, facts) {
    const other = key.startsWith('aws:principaltag/') ? 'aws:principaltag/*' : (TWINS.get(key) ?? key);
    const name = Object.hasOwn(facts.context, key) ? key : other;
    if (!Object.hasOwn(facts.context, name))
        return null;
    const rests = TWINS.has(key) && name !== key ? ['A5'] : [];
    const values = facts.context[name];
    if (values === null || values === undefined)
        return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)(...rests);
    const multivalued = MULTIVALUED.has(key);
    const alternatives = multivalued ? [values] : values.map((value) => [value]);
    return { presence: 'yes', value: { kind: 'values', alternatives }, multivalued, rests };
}
function principalKey(key, caller) {
    switch (key) {
        case 'aws:principalarn':
            // The key holds the role's ARN with its path, never the session's (IAM User Guide, global condition keys).
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)((0,_iam_principal_js__WEBPACK_IMPORTED_MODULE_0__/* .identitiesOf */ .UI)(caller).own ?? '');
        case 'aws:principalaccount':
        case 'aws:resourceaccount':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(caller.account);
        case 's3:resourceaccount':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(caller.account);
        case 'aws:principalorgid':
        case 'aws:resourceorgid':
            return { ...(0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .maybe */ .no)(ORGANIZATION), presentUnder: 'A5' };
        case 'aws:principalisawsservice':
        case 'aws:viaawsservice':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)('false');
        case 'aws:principaltype':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)('AssumedRole');
        case 'aws:userid':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(userId(caller), 'A4');
        case 'aws:multifactorauthpresent':
            // Chained sessions carry no MFA; whether the key is absent or false is not documented.
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .maybe */ .no)('false');
        default:
            return null;
    }
}
/** `aws:userid` of a role session: the role's unique id, then the session name. */
function userId(caller) {
    return (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinText */ ._V)([...(caller.roleId === null ? ['AROA', ROLE_ID] : [caller.roleId]), `:${caller.session}`]);
}
function requestKey(key, facts) {
    if (ABSENT.has(key))
        return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)();
    if (ABSENT_DIRECT.has(key))
        return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)('A3');
    if (ABSENT_PREFIXES.some((prefix) => key.startsWith(prefix)))
        return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)();
    const foreign = FOREIGN.get(key);
    if (foreign) {
        const { shape, multivalued } = foreign;
        return { presence: 'maybe', value: { kind: 'foreign', shape }, multivalued, rests: ['A1'] };
    }
    switch (key) {
        case 'aws:securetransport':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)('true', 'A3');
        case 'aws:sourceip':
            return { presence: 'maybe', value: { kind: 'public-address' }, multivalued: false, rests: ['A1'] };
        case 'aws:requestedregion':
            return facts.region === null ? (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('yes') : (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(facts.region, 'A3');
        case 'aws:currenttime':
        case 'aws:epochtime':
        case 'aws:tokenissuetime':
            return {
                presence: 'yes',
                value: { kind: 'now', today: facts.today, epoch: key === 'aws:epochtime' },
                multivalued: false,
                rests: [],
            };
        case 'aws:useragent':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('yes');
        default:
            return key.startsWith('aws:') ? (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('maybe', MULTIVALUED.has(key)) : null;
    }
}
function s3Key(key, action) {
    if (!key.startsWith('s3:') || !(0,_s3_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isDocumentedS3Key */ .Kp)(key))
        return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('maybe');
    switch (key) {
        case 's3:tlsversion':
            // S3 accepts TLS 1.2 and later only (S3 User Guide, "Protecting data with encryption in transit").
            return {
                presence: 'yes',
                value: { kind: 'values', alternatives: [['1.2'], ['1.3']] },
                multivalued: false,
                rests: ['A3'],
            };
        case 's3:signatureversion':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)('AWS4-HMAC-SHA256', 'A3');
        case 's3:authtype':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)('REST-HEADER', 'A3');
        case 's3:versionid':
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(action.includes('version') ? 'yes' : 'maybe');
        default:
            return (0,_iam_context_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('maybe', MULTIVALUED.has(key));
    }
}
/** True for a key that no AWS document lists, such as `aws:TLSVersion` (lint `unknown-key`). */
function isUnknownKey(key) {
    if (key.startsWith('s3:'))
        return !(0,_s3_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isDocumentedS3Key */ .Kp)(key);
    if (ABSENT.has(key) || ABSENT_DIRECT.has(key) || FOREIGN.has(key))
        return false;
    if ([...ABSENT_PREFIXES, ...TAG_PREFIXES].some((prefix) => key.startsWith(prefix)))
        return false;
    return !UNKNOWN_GLOBAL.includes(key) && !KNOWN_GLOBAL.has(key);
}
const KNOWN_GLOBAL = new Set([
    'aws:principalarn',
    'aws:principalaccount',
    'aws:principalorgid',
    'aws:principalisawsservice',
    'aws:principaltype',
    'aws:userid',
    'aws:multifactorauthpresent',
    'aws:resourceaccount',
    'aws:resourceorgid',
    'aws:viaawsservice',
    'aws:securetransport',
    'aws:sourceip',
    'aws:requestedregion',
    'aws:currenttime',
    'aws:epochtime',
    'aws:tokenissuetime',
]);


/***/ }),

/***/ 2673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ looksLikeClumio),
/* harmony export */   f2: () => (/* binding */ regionOfRoleName),
/* harmony export */   kR: () => (/* binding */ isVendorRoleName)
/* harmony export */ });
/**
 * Recognising the vendor's role by its name. For recognising only, never for matching in the evaluator: with a manual
 * connection the customer chooses the name.
 */
/** Region abbreviations of the vendor's module (`local.region_map` in common.tf, 4db6fae). */
const REGIONS = {
    'ae-1': 'ap-east-1',
    'ane-1': 'ap-northeast-1',
    'ane-2': 'ap-northeast-2',
    'ane-3': 'ap-northeast-3',
    'as-1': 'ap-south-1',
    'ase-1': 'ap-southeast-1',
    'ase-2': 'ap-southeast-2',
    'cc-1': 'ca-central-1',
    'ec-1': 'eu-central-1',
    'ec-2': 'eu-central-2',
    'en-1': 'eu-north-1',
    'es-2': 'eu-south-2',
    'ew-1': 'eu-west-1',
    'ew-2': 'eu-west-2',
    'ew-3': 'eu-west-3',
    'ms-1': 'me-south-1',
    'se-1': 'sa-east-1',
    'ue-1': 'us-east-1',
    'ue-2': 'us-east-2',
    'uw-1': 'us-west-1',
    'uw-2': 'us-west-2',
};
const LONG_NAME = /^ClumioRole-([a-z]{2}(?:-[a-z]+)+-\d)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORT_NAME = /^ClumioIAMRole-([a-z]{2,3}-\d)?-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Whether a role name has one of the vendor's two formats. */
function isVendorRoleName(name) {
    return name.length <= 64 && (LONG_NAME.test(name) || SHORT_NAME.test(name));
}
/** The Region that a vendor's role name carries, or null. */
function regionOfRoleName(name) {
    if (name.length > 64)
        return null;
    const long = LONG_NAME.exec(name)?.[1];
    if (long !== undefined)
        return long;
    const short = SHORT_NAME.exec(name)?.[1];
    return short === undefined ? null : (REGIONS[short] ?? null);
}
/** Whether a string in a policy was plausibly meant for a Clumio role, whatever is wrong with it. */
function looksLikeClumio(arn) {
    const lower = arn.toLowerCase();
    return /:(?:role|assumed-role)\//.test(lower) && lower.includes('clumio');
}


/***/ }),

/***/ 9921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ carries),
/* harmony export */   Kp: () => (/* binding */ isDocumentedS3Key),
/* harmony export */   fP: () => (/* binding */ isWriteHeader)
/* harmony export */ });
/**
 * Which `s3:` condition keys a request can carry, from the AWS Service Authorization Reference, "Actions, resources, and
 * condition keys for Amazon S3" (data of 2026-09-26). Keys are lower-cased; a trailing `/` stands for any tag key.
 */
/** Keys that every action of the Clumio role carries. */
const EVERY_ACTION = [
    's3:resourceaccount',
    's3:tlsversion',
    's3:authtype',
    's3:signatureage',
    's3:signatureversion',
    's3:x-amz-content-sha256',
    's3:buckettag/',
];
const LISTING = ['s3:delimiter', 's3:max-keys', 's3:prefix'];
const OBJECT = ['s3:existingobjecttag/'];
const VERSION = [...OBJECT, 's3:versionid'];
const GRANTS = [
    's3:x-amz-acl',
    's3:x-amz-grant-full-control',
    's3:x-amz-grant-read',
    's3:x-amz-grant-read-acp',
    's3:x-amz-grant-write',
    's3:x-amz-grant-write-acp',
    's3:x-amz-storage-class',
];
const TAGGING = ['s3:requestobjecttag/', 's3:requestobjecttagkeys'];
/** Keys beyond those of every action, by lower-cased action. Access point keys are absent from direct requests (A3). */
const BY_ACTION = {
    's3:putinventoryconfiguration': ['s3:inventoryaccessibleoptionalfields'],
    's3:listbucket': LISTING,
    's3:listbucketversions': LISTING,
    's3:getobject': OBJECT,
    's3:getobjecttagging': OBJECT,
    's3:getobjectversion': VERSION,
    's3:getobjectversiontagging': VERSION,
    's3:putobject': [
        ...GRANTS,
        ...TAGGING,
        's3:if-match',
        's3:if-none-match',
        's3:object-lock-event-hold',
        's3:object-lock-event-hold-duration-days',
        's3:object-lock-legal-hold',
        's3:object-lock-mode',
        's3:object-lock-remaining-retention-days',
        's3:object-lock-retain-until-date',
        's3:objectcreationoperation',
        's3:x-amz-copy-source',
        's3:x-amz-metadata-directive',
        's3:x-amz-object-annotation-directive',
        's3:x-amz-server-side-encryption',
        's3:x-amz-server-side-encryption-aws-kms-key-id',
        's3:x-amz-server-side-encryption-customer-algorithm',
        's3:x-amz-website-redirect-location',
    ],
    's3:putobjectacl': [...OBJECT, ...GRANTS],
    's3:putobjecttagging': [...OBJECT, ...TAGGING],
    's3:deleteobject': ['s3:if-match'],
};
/** Documented keys of other actions and of access points: absent from every request of the Clumio role. */
const ELSEWHERE = [
    's3:accesspointnetworkorigin',
    's3:dataaccesspointaccount',
    's3:dataaccesspointarn',
    's3:accesspointtag/',
    's3:accessgrantsinstancearn',
    's3:accessgrantscope',
    's3:locationconstraint',
    's3:existingjoboperation',
    's3:existingjobpriority',
    's3:jobsuspendedcause',
    's3:requestjoboperation',
    's3:requestjobpriority',
    's3:x-amz-object-ownership',
];
const carriedBy = new Map();
/** Whether an action's request can carry a key; both lower-cased. */
function carries(action, key) {
    let keys = carriedBy.get(action);
    if (!keys) {
        keys = new Set([...EVERY_ACTION, ...(BY_ACTION[action] ?? [])]);
        carriedBy.set(action, keys);
    }
    return keys.has(withoutTag(key));
}
let documented = null;
/** Whether an `s3:` key is in any of the tables; one that is not stays unknown (decision 6). */
function isDocumentedS3Key(key) {
    documented ??= new Set([...EVERY_ACTION, ...ELSEWHERE, ...Object.values(BY_ACTION).flat()]);
    return documented.has(withoutTag(key));
}
/** `s3:existingobjecttag/team` → `s3:existingobjecttag/`. */
function withoutTag(key) {
    const slash = key.indexOf('/');
    return slash === -1 ? key : key.slice(0, slash + 1);
}
/** Request headers that writes set and that default encryption does not populate: unknown on restore (decision 11). */
function isWriteHeader(key) {
    const name = withoutTag(key);
    return (BY_ACTION['s3:putobject'] ?? []).includes(name) || name === 's3:requestobjecttag/';
}


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ allowed),
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/**
 * The known word that a mistyped one was probably meant to be, or null when none is close: at most two slips, and
 * fewer than half of its letters.
 */
function closest(word, known) {
    if (word.length > 64)
        return null;
    const wanted = word.toLowerCase().replaceAll('_', '-');
    let best = null;
    let bestDistance = 3;
    for (const candidate of known) {
        const distance = slips(wanted, candidate.toLowerCase());
        if (distance < bestDistance && distance * 2 < candidate.length) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** A sentence tail for an unknown word: what is allowed, and what was probably meant. */
function allowed(word, known) {
    const near = closest(word, known);
    return `${near === null ? '' : `did you mean "${near}"? `}allowed: ${known.join(', ')}`;
}
/** Levenshtein distance. */
function slips(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        previous = row;
    }
    return previous[b.length] ?? 0;
}


/***/ }),

/***/ 5745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JF: () => (/* binding */ DEFAULT_ROLE_PATH),
/* harmony export */   Oc: () => (/* binding */ DEFAULT_FEATURES),
/* harmony export */   QM: () => (/* binding */ DEFAULT_SESSIONS),
/* harmony export */   VQ: () => (/* binding */ DEFAULT_FAIL_ON),
/* harmony export */   Yc: () => (/* binding */ DEFAULT_FILES),
/* harmony export */   lF: () => (/* binding */ DEFAULT_REMEDY),
/* harmony export */   tF: () => (/* binding */ CONFIG_PATH)
/* harmony export */ });
/* harmony import */ var _model_options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6332);

/**
 * The one home of defaults, for the Action and the terminal alike; `action.yml` sets none but the token.
 */
/** The configuration file, looked for under the working directory, then under the workspace root. */
const CONFIG_PATH = '.github/clumio-policy-check.jsonc';
const DEFAULT_FEATURES = _model_options_js__WEBPACK_IMPORTED_MODULE_0__/* .FEATURES */ .Gv;
const DEFAULT_REMEDY = 'not-principal';
const DEFAULT_FAIL_ON = 'error';
/**
 * IAM path of the Clumio role: default of the variable `path` in the vendor's Terraform module
 * (clumio-code/terraform-clumio-aws-template, variables.tf, commit 4db6fae, read 2026-11).
 */
const DEFAULT_ROLE_PATH = '/clumio/';
/**
 * The role session names of the vendor's article "S3 bucket permissions" (support.clumio.com, article 10034922732308),
 * in its order; read 2026-11.
 */
const DEFAULT_SESSIONS = [
    'daebaksrv-createS3CustomerSession',
    'Ingestion-ingesttool',
    'daebaksrv-RestoreTargetCheck',
    'daebaksrv-S3Backup',
];
/**
 * What a directory stands for. What such a file holds is decided by its content; of `.tf` files only that they declare
 * bucket policies, since a repository with Terraform and no plan must not look checked.
 */
const DEFAULT_FILES = {
    globs: ['**/*.{json,jsonc,json.tpl,json.tftpl,tftpl,template,tf}'],
    ignoredFolders: ['node_modules', '.git', '.terraform'],
    /** Lock files with a name that the default globs would match: npm (two of them) and NuGet. */
    ignoredFiles: ['package-lock.json', 'npm-shrinkwrap.json', 'packages.lock.json'],
};


/***/ }),

/***/ 5274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES)
/* harmony export */ });
/* unused harmony export COMMENTS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2685);
/* harmony import */ var _model_options_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6332);
/* harmony import */ var _closest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8412);
/* harmony import */ var _role_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3971);




/** The inputs of the Action; the flags of the command line are a subset with `--` in front. */
const INPUT_NAMES = [
    'files',
    'plan-files',
    'terraform-directory',
    'working-directory',
    'config',
    'aws-account-id',
    'clumio-role-id',
    'features',
    'remedy',
    'fail-on',
    'only-changed',
    'comments',
    'json-file',
    'sarif-file',
    'id',
];
const COMMENTS = ['review', 'summary', 'off'];
/**
 * Validates what the user wrote, all of it before anything is said.
 *
 * @param prefix what stands before a name where the user wrote it: nothing for inputs, `--` for flags.
 * @throws {UserError} one message that names every bad input.
 */
function readInputs(raw, prefix) {
    const reader = new Reader(raw, prefix);
    const role = reader.role('clumio-role-id');
    const account = reader.account('aws-account-id');
    if (role?.account != null && account !== null && role.account !== account) {
        reader.problem('clumio-role-id', `is a role of account ${role.account}, but ${prefix}aws-account-id is ${account}`);
    }
    const inputs = {
        files: reader.list('files'),
        planFiles: reader.list('plan-files'),
        terraformDirectory: reader.text('terraform-directory'),
        workingDirectory: reader.text('working-directory'),
        config: reader.text('config'),
        account,
        role,
        features: reader.features('features'),
        remedy: reader.choice('remedy', _model_options_js__WEBPACK_IMPORTED_MODULE_1__/* .REMEDIES */ .l0),
        failOn: reader.choice('fail-on', _model_options_js__WEBPACK_IMPORTED_MODULE_1__/* .FAIL_ON */ .d$),
        onlyChanged: reader.flag('only-changed'),
        comments: reader.choice('comments', COMMENTS) ?? 'review',
        jsonFile: reader.text('json-file'),
        sarifFile: reader.text('sarif-file'),
        id: reader.text('id'),
    };
    reader.finish();
    return inputs;
}
class Reader {
    #raw;
    #prefix;
    #problems = [];
    constructor(raw, prefix) {
        this.#raw = raw;
        this.#prefix = prefix;
    }
    list(name) {
        const value = this.#raw[name] ?? [];
        const lines = typeof value === 'string' ? value.split(/\r\n|\r|\n/) : value;
        return lines.map((line) => line.trim()).filter((line) => line !== '');
    }
    text(name) {
        const value = this.#raw[name] ?? '';
        const text = (typeof value === 'string' ? value : value.join('\n')).trim();
        return text === '' ? null : text;
    }
    account(name) {
        const text = this.text(name);
        const problem = text === null ? null : (0,_role_js__WEBPACK_IMPORTED_MODULE_2__/* .accountProblem */ .tD)(text);
        if (problem === null)
            return text;
        this.problem(name, problem, text);
        return null;
    }
    role(name) {
        const text = this.text(name);
        if (text === null)
            return null;
        const parsed = (0,_role_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRole */ .gP)(text);
        if ('role' in parsed)
            return parsed.role;
        this.problem(name, parsed.problem, text);
        return null;
    }
    features(name) {
        const text = this.text(name);
        if (text === null)
            return null;
        const words = text.split(/[\s,]+/).filter((word) => word !== '');
        if (words.length === 0)
            this.problem(name, `names no feature; allowed: ${_model_options_js__WEBPACK_IMPORTED_MODULE_1__/* .FEATURES */ .Gv.join(', ')}`, text);
        for (const word of words) {
            if (!_model_options_js__WEBPACK_IMPORTED_MODULE_1__/* .FEATURES */ .Gv.some((feature) => feature === word)) {
                this.problem(name, `is not a feature; ${(0,_closest_js__WEBPACK_IMPORTED_MODULE_3__/* .allowed */ .T)(word, _model_options_js__WEBPACK_IMPORTED_MODULE_1__/* .FEATURES */ .Gv)}`, word);
            }
        }
        return _model_options_js__WEBPACK_IMPORTED_MODULE_1__/* .FEATURES */ .Gv.filter((feature) => words.includes(feature));
    }
    choice(name, values) {
        const text = this.text(name);
        if (text === null)
            return null;
        const value = values.find((each) => each === text);
        if (value === undefined)
            this.problem(name, `is not known; ${(0,_closest_js__WEBPACK_IMPORTED_MODULE_3__/* .allowed */ .T)(text, values)}`, text);
        return value ?? null;
    }
    flag(name) {
        const text = this.text(name);
        if (text === null || /^false$/i.test(text))
            return false;
        if (!/^true$/i.test(text))
            this.problem(name, 'is neither true nor false', text);
        return true;
    }
    problem(name, what, value = null) {
        this.#problems.push(`${this.#prefix}${name}: ${value === null ? '' : `${JSON.stringify(value)} `}${what}`);
    }
    finish() {
        const [first, ...rest] = this.#problems;
        if (first === undefined)
            return;
        const kind = this.#prefix === '' ? 'inputs' : 'options';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(rest.length === 0
            ? first
            : `${this.#problems.length} ${kind} are not valid:\n${this.#problems.map((each) => `- ${each}`).join('\n')}`);
    }
}


/***/ }),

/***/ 3971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gP: () => (/* binding */ parseRole),
/* harmony export */   tD: () => (/* binding */ accountProblem)
/* harmony export */ });
/* unused harmony export ACCOUNT */
// Names and paths of roles: IAM API reference, CreateRole, `RoleName` and `Path`; read 2026-11.
const NAME = /^[\w+=,.@-]{1,64}$/;
const ARN = /^arn:(aws[a-z-]{0,20}):iam::(\d{12}):role(\/[\x21-\x7e]{0,511}?)([^/]+)$/;
const SESSION_ARN = /^arn:aws[a-z-]{0,20}:sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/;
/** Unique ids of roles start with AROA (IAM user guide, "Unique identifiers"). */
const UNIQUE_ID = /^AROA[A-Z0-9]{12,}$/;
/** Reads a role's name or its full ARN; any name is accepted, since a role made by hand may have any. */
function parseRole(text) {
    if (/[<>]/.test(text))
        return { problem: 'still has a placeholder in it; write the real name of the role' };
    const session = SESSION_ARN.exec(text);
    if (session !== null) {
        return {
            problem: `is the ARN of a session; give the role's ARN, arn:aws:iam::${session[1]}:role/clumio/${session[2]}, or its name`,
        };
    }
    if (UNIQUE_ID.test(text))
        return { problem: "is the role's unique id; give its name, such as ClumioRole-us-west-2-…" };
    if (text.startsWith('arn:'))
        return parseArn(text);
    if (text.includes('/'))
        return { problem: 'has a path; give the name alone, or the full ARN of the role' };
    if (!NAME.test(text))
        return { problem: 'is not the name of a role: 1 to 64 letters, digits or any of _+=,.@-' };
    return { role: { partition: null, account: null, path: null, name: text } };
}
function parseArn(text) {
    const [, partition, account, path, name] = ARN.exec(text) ?? [];
    if (partition === undefined ||
        account === undefined ||
        path === undefined ||
        name === undefined ||
        !NAME.test(name)) {
        return { problem: 'is not the ARN of a role; it looks like arn:aws:iam::123456789012:role/clumio/<name>' };
    }
    return { role: { partition, account, path, name } };
}
const ACCOUNT = /^\d{12}$/;
/** What is wrong with an account id, or null. */
function accountProblem(text) {
    if (ACCOUNT.test(text))
        return null;
    if (/^\d{4}-\d{4}-\d{4}$/.test(text))
        return 'is an account id with hyphens; write the 12 digits alone';
    if (/^\d{1,11}$/.test(text)) {
        return 'has fewer than the 12 digits of an account id; in YAML, put an id that starts with 0 in quotes';
    }
    return 'is not an account id, which has 12 digits';
}


/***/ }),

/***/ 5211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ looksLikeBucketPolicy),
/* harmony export */   EL: () => (/* binding */ bucketName),
/* harmony export */   HP: () => (/* binding */ bucketsOf)
/* harmony export */ });
/* unused harmony export bucketInArn */
/* harmony import */ var _iam_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8229);
/* harmony import */ var _iam_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2047);


/** How many buckets one policy is judged against; a policy of S3 belongs to one. */
const MAX_BUCKETS = 20;
/**
 * The buckets that a bare policy names, by its Resources (contract, "The bucket of a bare policy"): wildcard names count
 * only where nothing else is named.
 */
function bucketsOf(policy, partition) {
    if (policy.bucket !== null)
        return [{ partition: partitionOf(policy, partition), name: policy.bucket }];
    const named = new Map();
    for (const statement of policy.document.statements) {
        for (const bucket of namedBy(statement, partition))
            named.set(`${bucket.partition}:${(0,_iam_text_js__WEBPACK_IMPORTED_MODULE_1__/* .display */ .Vy)(bucket.name)}`, bucket);
    }
    const all = [...named.values()];
    const concrete = all.filter(({ name }) => !hasWildcard(name));
    if (all.length === 0)
        return [{ partition, name: [UNNAMED] }];
    return (concrete.length > 0 ? concrete : all).slice(0, MAX_BUCKETS);
}
/** The bucket of a policy that names none: its Resources are not known, and it is judged all the same. */
const UNNAMED = { token: 'bucket', means: 'bucket-name' };
/** The bucket's name for a reader; null where it is not spelled out. */
function bucketName(bucket) {
    return bucket !== null && (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(bucket.name) && !hasWildcard(bucket.name) ? bucket.name : null;
}
function partitionOf(policy, fallback) {
    for (const statement of policy.document.statements) {
        for (const { partition } of namedBy(statement, fallback))
            return partition;
    }
    return fallback;
}
function hasWildcard(name) {
    return /[*?]/.test((0,_iam_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(name) ? name : (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_1__/* .display */ .Vy)(name));
}
function namedBy(statement, partition) {
    if (statement.resource.kind === 'invalid')
        return [];
    return statement.resource.patterns.map((pattern) => bucketInArn(pattern, partition)).filter((named) => named !== null);
}
/** `arn:P:s3:::name/key` → the partition and the name, tokens included; null for anything else. */
function bucketInArn(pattern, fallback) {
    const pieces = (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(pattern) ? [pattern] : pattern;
    const [first, ...rest] = pieces;
    if (typeof first !== 'string')
        return null;
    const head = /^arn:([^:]*):s3:::/.exec(first);
    if (head)
        return named(head[1] ?? fallback, [first.slice(head[0].length), ...rest]);
    // `arn:${partition}:s3:::name`: the partition is a token of its own.
    const [token, tail, ...others] = rest.length > 0 && first === 'arn:' ? rest : [];
    if (token === undefined || typeof token === 'string' || typeof tail !== 'string' || !tail.startsWith(':s3:::'))
        return null;
    return named(fallback, [tail.slice(':s3:::'.length), ...others]);
}
function named(partition, pieces) {
    const name = [];
    for (const piece of pieces) {
        const slash = typeof piece === 'string' ? piece.indexOf('/') : -1;
        if (typeof piece === 'string' && slash !== -1) {
            if (slash > 0)
                name.push(piece.slice(0, slash));
            break;
        }
        if (piece !== '')
            name.push(piece);
    }
    const [only] = name;
    if (name.length === 0 || only === undefined)
        return null;
    return { partition, name: name.length === 1 && typeof only === 'string' ? only : name };
}
/** Actions of a statement that names its resources by tokens only: then the service must be told by the actions. */
const S3_ACTION = /^s3:/i;
/**
 * Whether an object is a bucket policy on its own (decision 10): statements with Principal or NotPrincipal whose
 * Resources name S3 buckets or objects. `Resource: "*"` or none is not enough: resource control policies look like that.
 */
function looksLikeBucketPolicy(policy, document) {
    const withPrincipal = (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .statementsOf */ .GX)(policy).some((raw) => (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(raw) && ((0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(raw, 'Principal') !== undefined || (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(raw, 'NotPrincipal') !== undefined));
    return withPrincipal && document.statements.some(namesS3);
}
function namesS3(statement) {
    if (statement.resource.kind === 'invalid')
        return false;
    return statement.resource.patterns.some((pattern) => {
        if (bucketInArn(pattern, 'aws') !== null)
            return true;
        return !(0,_iam_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(pattern) && typeof pattern[0] !== 'string' && isAboutS3(statement, pattern[0]?.token ?? '');
    });
}
function isAboutS3(statement, token) {
    if (statement.action.kind !== 'invalid') {
        const actions = statement.action.patterns.filter(_iam_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i);
        if (actions.some((action) => S3_ACTION.test(action)))
            return true;
        if (actions.some((action) => action !== '*'))
            return false;
    }
    return /bucket|s3/i.test(token);
}


/***/ }),

/***/ 9934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u0: () => (/* binding */ readDocument),
  yR: () => (/* binding */ readText)
});

// UNUSED EXPORTS: readPolicy

// EXTERNAL MODULE: ./lib/iam/parse.js
var parse = __nccwpck_require__(8229);
// EXTERNAL MODULE: ./lib/iam/text.js
var iam_text = __nccwpck_require__(2047);
// EXTERNAL MODULE: ./lib/text/decode.js
var decode = __nccwpck_require__(4626);
// EXTERNAL MODULE: ./lib/clumio/roles.js
var roles = __nccwpck_require__(2673);
;// CONCATENATED MODULE: ./lib/documents/cloudformation.js



/** An object with `Resources` whose members have a `Type` (CloudFormation User Guide, "Template anatomy"). */
function isTemplate(value) {
    if (!(0,parse/* isObject */.Gv)(value))
        return false;
    const resources = (0,parse/* member */.Dc)(value, 'Resources');
    return (0,parse/* isObject */.Gv)(resources) && Object.values(resources).some((entry) => typeOf(entry) !== null);
}
function readTemplateDocument(template, path, base) {
    const resources = (0,parse/* member */.Dc)(template, 'Resources');
    if (!(0,parse/* isObject */.Gv)(resources))
        return { policies: [], settings: [] };
    const reader = intrinsicReader(resources);
    const policies = [];
    const settings = [];
    for (const [id, resource] of Object.entries(resources)) {
        const type = typeOf(resource);
        const properties = (0,parse/* isObject */.Gv)(resource) ? (0,parse/* member */.Dc)(resource, 'Properties') : undefined;
        if (!(0,parse/* isObject */.Gv)(properties))
            continue;
        if (type === 'AWS::S3::BucketPolicy') {
            const policy = readBucketPolicy(id, properties, path, base, reader);
            if (policy)
                policies.push(policy);
        }
        else if (type === 'AWS::S3::Bucket') {
            const setting = readBucket(id, properties, path, base, reader);
            if (setting)
                settings.push(setting);
        }
    }
    return { policies, settings: settings.map((setting) => withPolicy(setting, policies)) };
}
function typeOf(resource) {
    const type = (0,parse/* isObject */.Gv)(resource) ? (0,parse/* member */.Dc)(resource, 'Type') : undefined;
    return typeof type === 'string' ? type : null;
}
function readBucketPolicy(id, properties, path, base, reader) {
    const raw = (0,parse/* member */.Dc)(properties, 'PolicyDocument');
    if (!(0,parse/* isObject */.Gv)(raw))
        return null;
    return {
        origin: {
            source: 'cloudformation',
            path,
            at: ['Resources', id, 'Properties', 'PolicyDocument'],
            base,
            address: id,
            wrapped: false,
        },
        document: (0,parse/* parsePolicy */.ON)(raw, reader),
        raw,
        bucket: reader.text((0,parse/* member */.Dc)(properties, 'Bucket')),
        hasTokens: true,
    };
}
function readBucket(id, properties, path, base, reader) {
    const controls = (0,parse/* member */.Dc)(properties, 'OwnershipControls');
    const rules = (0,parse/* isObject */.Gv)(controls) ? (0,parse/* member */.Dc)(controls, 'Rules') : undefined;
    const [rule] = Array.isArray(rules) ? rules : [];
    const value = (0,parse/* isObject */.Gv)(rule) ? (0,parse/* member */.Dc)(rule, 'ObjectOwnership') : undefined;
    if (value === undefined)
        return null;
    const text = reader.text(value);
    const acl = reader.text((0,parse/* member */.Dc)(properties, 'AccessControl'));
    const name = reader.text((0,parse/* member */.Dc)(properties, 'BucketName'));
    return {
        origin: {
            source: 'cloudformation',
            path,
            at: ['Resources', id, 'Properties', 'OwnershipControls', 'Rules', 0, 'ObjectOwnership'],
            base,
            address: id,
            wrapped: false,
        },
        bucket: typeof name === 'string' ? name : null,
        setting: typeof text === 'string' ? { kind: 'value', value: text } : { kind: 'unknown' },
        acl: acl === null ? { kind: 'none' } : typeof acl === 'string' ? { kind: 'canned', name: acl } : { kind: 'unknown' },
        policies: { known: true, list: [] },
    };
}
/** The policies of the same template that name this bucket by reference or by name. */
function withPolicy(setting, policies) {
    const id = setting.origin.address;
    const list = policies.filter((policy) => {
        const bucket = policy.bucket === null ? '' : (0,iam_text/* display */.Vy)(policy.bucket);
        return bucket === `\${${id}}` || (setting.bucket !== null && bucket === setting.bucket);
    });
    return { ...setting, policies: { known: true, list } };
}
/** Intrinsic functions as tokens. A reference to a bucket is that bucket, whatever its name will be. */
function intrinsicReader(resources) {
    const text = (value) => {
        const plain = (0,parse/* readPlainText */.Sg)(value);
        if (plain !== null)
            return plain;
        const call = intrinsic(value);
        return call === null ? null : readCall(call, resources, text);
    };
    return {
        text,
        token: (value) => {
            const call = intrinsic(value);
            return call === null ? null : { token: identity(call) };
        },
    };
}
/** `{"Ref": …}` or `{"Fn::…": …}`: an object with that one member. */
function intrinsic(value) {
    if (!(0,parse/* isObject */.Gv)(value))
        return null;
    const [only, ...others] = Object.entries(value);
    if (only === undefined || others.length > 0)
        return null;
    const [name, argument] = only;
    return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : null;
}
function identity(call) {
    const argument = typeof call.argument === 'string' ? call.argument : JSON.stringify(call.argument);
    return call.name === 'Ref' ? argument : `${call.name} ${argument}`;
}
function readCall(call, resources, text) {
    const { name, argument } = call;
    if (name === 'Ref' && typeof argument === 'string')
        return (0,iam_text/* joinText */._V)(reference(argument, resources));
    if (name === 'Fn::GetAtt') {
        const parts = Array.isArray(argument) ? argument : typeof argument === 'string' ? splitOnce(argument) : [];
        const [id, attribute] = parts;
        if (typeof id === 'string' && typeof attribute === 'string')
            return (0,iam_text/* joinText */._V)(attributeOf(id, attribute, resources));
    }
    if (name === 'Fn::Join' && Array.isArray(argument)) {
        const [separator, list] = argument;
        if (typeof separator === 'string' && Array.isArray(list)) {
            const pieces = list.map((item) => text(item) ?? [{ token: JSON.stringify(item) }]);
            return (0,iam_text/* joinText */._V)(pieces.flatMap((piece, i) => [...(i > 0 ? [separator] : []), ...asPieces(piece)]));
        }
    }
    if (name === 'Fn::Sub')
        return readSub(argument, resources, text);
    return [{ token: identity(call) }];
}
function asPieces(text) {
    return typeof text === 'string' ? [text] : text;
}
function splitOnce(name) {
    const dot = name.indexOf('.');
    return dot === -1 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}
/** `Fn::Sub`: `${Name}`, `${Name.Attribute}`, names of its own map, and `${!literal}` for a literal `${literal}`. */
function readSub(argument, resources, text) {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, undefined];
    if (typeof template !== 'string')
        return [{ token: JSON.stringify(argument) ?? 'Fn::Sub' }];
    const own = (0,parse/* isObject */.Gv)(variables) ? variables : {};
    const pieces = [];
    let at = 0;
    while (at < template.length) {
        const open = template.indexOf('${', at);
        const close = open === -1 ? -1 : template.indexOf('}', open);
        if (close === -1)
            break;
        const name = template.slice(open + 2, close).trim();
        pieces.push(template.slice(at, open));
        if (name.startsWith('!'))
            pieces.push(`\${${name.slice(1)}}`);
        else if (Object.hasOwn(own, name))
            pieces.push(...asPieces(text(own[name]) ?? [{ token: name }]));
        else {
            const [id = name, attribute] = splitOnce(name);
            pieces.push(...(attribute === undefined ? reference(id, resources) : attributeOf(id, attribute, resources)));
        }
        at = close + 1;
    }
    pieces.push(template.slice(at));
    return (0,iam_text/* joinText */._V)(pieces);
}
function reference(id, resources) {
    if (id === 'AWS::AccountId')
        return [{ token: 'account', means: 'account' }];
    if (id === 'AWS::Partition')
        return [{ token: 'partition', means: 'partition' }];
    if (id === 'AWS::NoValue')
        return [];
    const resource = (0,parse/* member */.Dc)(resources, id);
    if (typeOf(resource) === 'AWS::S3::Bucket')
        return bucketNameOf(id, resource);
    return [isOtherPrincipal(resource) ? { token: id, means: 'other-principal' } : { token: id }];
}
function attributeOf(id, attribute, resources) {
    const resource = (0,parse/* member */.Dc)(resources, id);
    if (typeOf(resource) === 'AWS::S3::Bucket' && attribute === 'Arn') {
        return ['arn:', { token: 'partition', means: 'partition' }, ':s3:::', ...bucketNameOf(id, resource)];
    }
    const token = `${id}.${attribute}`;
    return [isOtherPrincipal(resource) ? { token, means: 'other-principal' } : { token }];
}
function bucketNameOf(id, resource) {
    const properties = (0,parse/* isObject */.Gv)(resource) ? (0,parse/* member */.Dc)(resource, 'Properties') : undefined;
    const name = (0,parse/* isObject */.Gv)(properties) ? (0,parse/* member */.Dc)(properties, 'BucketName') : undefined;
    return [typeof name === 'string' ? name : { token: id, means: 'bucket-name' }];
}
/** An identity that this template creates is not Clumio's role, unless it is recognised as the vendor's (decision 12). */
function isOtherPrincipal(resource) {
    const type = typeOf(resource);
    if (type === 'AWS::CloudFront::CloudFrontOriginAccessIdentity' || type === 'AWS::IAM::User')
        return true;
    if (type !== 'AWS::IAM::Role')
        return false;
    const properties = (0,parse/* isObject */.Gv)(resource) ? (0,parse/* member */.Dc)(resource, 'Properties') : undefined;
    const name = (0,parse/* isObject */.Gv)(properties) ? (0,parse/* member */.Dc)(properties, 'RoleName') : undefined;
    const path = (0,parse/* isObject */.Gv)(properties) ? (0,parse/* member */.Dc)(properties, 'Path') : undefined;
    return path !== '/clumio/' && !(typeof name === 'string' && (0,roles/* isVendorRoleName */.kR)(name));
}

;// CONCATENATED MODULE: ./lib/documents/json.js
/** Plain JSON, or null: then `parseLenient` of lenient.ts decides, which costs a parser. */
function parseStrict(text) {
    try {
        return { ok: true, documents: [{ value: JSON.parse(text), base: 0 }] };
    }
    catch {
        return null;
    }
}
/**
 * The text that holds a bucket policy must be read or reported (contract, `policy-unreadable`): it has `Statement`,
 * `Effect` and `Principal` as keys and names S3.
 */
function holdsPolicy(text) {
    if (!text.includes('Statement') || !text.includes('Effect') || !text.includes('Principal'))
        return false;
    if (!text.includes('s3:'))
        return false;
    const key = (name) => hasKey(text, name);
    return key('Statement') && key('Effect') && (key('Principal') || key('NotPrincipal'));
}
/** Whether a name is followed by a colon or an equals sign somewhere, quoted, escaped or bare. */
function hasKey(text, name) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
        const before = text[at - 1] ?? ' ';
        if (/[\w.:-]/.test(before))
            continue;
        let end = at + name.length;
        while (end < text.length && '\\"\' \t'.includes(text[end] ?? ''))
            end++;
        if (text[end] === ':' || text[end] === '=')
            return true;
    }
    return false;
}
/** How deep a document with a policy may nest; a policy needs about eight levels, a template around it some more. */
const MAX_DEPTH = 200;
/** Whether a parsed value nests deeper than any document does: what walks it later recurses, and must not run out. */
function nestsTooDeeply(root) {
    let level = [root];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > MAX_DEPTH)
            return true;
        level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/documents/ownership.js

/** The output of `aws s3api get-bucket-ownership-controls`, or null. */
function readOwnershipControls(value, path, base) {
    const controls = (0,parse/* isObject */.Gv)(value) ? (0,parse/* member */.Dc)(value, 'OwnershipControls') : undefined;
    const rules = (0,parse/* isObject */.Gv)(controls) ? (0,parse/* member */.Dc)(controls, 'Rules') : undefined;
    const [rule] = Array.isArray(rules) ? rules : [];
    const ownership = (0,parse/* isObject */.Gv)(rule) ? (0,parse/* member */.Dc)(rule, 'ObjectOwnership') : undefined;
    if (typeof ownership !== 'string')
        return null;
    return output(path, base, ['OwnershipControls', 'Rules', 0, 'ObjectOwnership'], {
        setting: { kind: 'value', value: ownership },
        acl: { kind: 'unknown' },
    });
}
/** The output of `aws s3api get-bucket-acl`, or null. Grants to others prove that ACLs are enabled. */
function readBucketAcl(value, path, base) {
    if (!(0,parse/* isObject */.Gv)(value))
        return null;
    const owner = (0,parse/* member */.Dc)(value, 'Owner');
    const grants = (0,parse/* member */.Dc)(value, 'Grants');
    const ownerId = (0,parse/* isObject */.Gv)(owner) ? (0,parse/* member */.Dc)(owner, 'ID') : undefined;
    if (typeof ownerId !== 'string' || !Array.isArray(grants))
        return null;
    const grantees = grants.map(granteeOf).filter((grantee) => grantee !== null && grantee !== ownerId);
    if (grantees.length === 0)
        return null;
    return output(path, base, ['Grants'], { setting: { kind: 'unknown' }, acl: { kind: 'grants', grantees } });
}
function granteeOf(grant) {
    const grantee = (0,parse/* isObject */.Gv)(grant) ? (0,parse/* member */.Dc)(grant, 'Grantee') : undefined;
    if (!(0,parse/* isObject */.Gv)(grantee))
        return null;
    const id = (0,parse/* member */.Dc)(grantee, 'ID') ?? (0,parse/* member */.Dc)(grantee, 'URI') ?? (0,parse/* member */.Dc)(grantee, 'EmailAddress');
    return typeof id === 'string' ? id : null;
}
/** The error that stands for "no ownership controls" in a saved command output (S3 API, GetBucketOwnershipControls). */
function readOwnershipError(text, path) {
    if (!text.includes('OwnershipControlsNotFoundError') || !text.includes('GetBucketOwnershipControls'))
        return null;
    return output(path, 0, [], { setting: { kind: 'none' }, acl: { kind: 'unknown' } });
}
function output(path, base, at, facts) {
    return {
        origin: { source: 'ownership', path, at, base, address: null, wrapped: true },
        bucket: null,
        ...facts,
        policies: { known: false, list: [] },
    };
}

// EXTERNAL MODULE: ./lib/documents/policy.js
var policy = __nccwpck_require__(5211);
;// CONCATENATED MODULE: ./lib/documents/template.js


/** `${aws:username}` and its kind: a service prefix, one colon, a key; `${*}`, `${?}`, `${$}` are escapes. */
const POLICY_VARIABLE = /^(?:[A-Za-z][\w.-]*:[\w.][^:]*|[*?$])$/;
const ACCOUNT = /^(?:AWS::AccountId|data\.aws_caller_identity\.[\w-]+\.account_id)$/;
const PARTITION = /^(?:AWS::Partition|data\.aws_partition\.[\w-]+\.partition)$/;
const BUCKET_ARN = /(?:bucket|s3)\w*[._]?arn$/i;
/**
 * Reads the strings of a JSON template: `${…}` that is no policy variable, `%{…}` and `{{…}}` are tokens, `$${…}` is the
 * escape of a literal `${…}`.
 */
const TEMPLATE_READER = {
    text: readString,
    resource(value) {
        const text = readString(value);
        return text === null || (0,iam_text/* isPlain */.$i)(text) ? text : expandBucketArn(text);
    },
    token: () => null,
};
function readString(value) {
    const text = (0,parse/* readPlainText */.Sg)(value);
    return typeof text === 'string' && mayHoldExpression(text) ? readTemplate(text) : text;
}
function mayHoldExpression(text) {
    return text.includes('${') || text.includes('{{') || text.includes('%{');
}
/** A template string as text with tokens. */
function readTemplate(text) {
    const pieces = [];
    let at = 0;
    while (at < text.length) {
        const next = nextExpression(text, at);
        if (next === null)
            break;
        pieces.push(text.slice(at, next.start), next.piece);
        at = next.end;
    }
    pieces.push(text.slice(at));
    return (0,iam_text/* joinText */._V)(pieces);
}
const OPENINGS = [
    ['$${', '}'],
    ['${', '}'],
    ['%{', '}'],
    ['{{', '}}'],
];
function nextExpression(text, from) {
    let best = null;
    for (const [open, close] of OPENINGS) {
        const start = text.indexOf(open, from);
        if (start === -1 || (best !== null && start >= best.start))
            continue;
        const stop = text.indexOf(close, start + open.length);
        if (stop === -1)
            continue;
        const end = stop + close.length;
        best = { start, end, piece: pieceOf(open, text.slice(start + open.length, stop), text.slice(start, end)) };
    }
    return best;
}
function pieceOf(open, inside, whole) {
    if (open === '$${')
        return whole.slice(1);
    const name = inside.trim();
    if (open === '${' && POLICY_VARIABLE.test(name))
        return whole;
    const means = meaningOf(name);
    return means === null ? { token: name } : { token: name, means };
}
function meaningOf(name) {
    if (name.length > 200)
        return null;
    if (ACCOUNT.test(name))
        return 'account';
    if (PARTITION.test(name))
        return 'partition';
    return BUCKET_ARN.test(name) ? 'bucket-arn' : null;
}
/**
 * A leading token that is the bucket's ARN, or is followed by `/`, stands for `arn:P:s3:::` and the bucket's name. True of
 * resources only: elsewhere such a token may be a role's ARN or the start of one.
 */
function expandBucketArn(pieces) {
    const [first, second] = pieces;
    if (first === undefined || typeof first === 'string')
        return pieces;
    const slash = typeof second === 'string' && second.startsWith('/');
    if (first.means !== 'bucket-arn' && !slash)
        return pieces;
    return [
        'arn:',
        { token: 'partition', means: 'partition' },
        ':s3:::',
        { token: first.token, means: 'bucket-name' },
        ...pieces.slice(1),
    ];
}

;// CONCATENATED MODULE: ./lib/documents/read.js








const NOTHING = { kind: 'nothing' };
/** How deep a `Policy` string is looked for below the root of a JSON document. */
const MAX_WRAPPING = 4;
/**
 * Decides by content what a file is and reads it. A promise only where plain JSON is not enough, so that the parser for
 * comments is loaded when a file needs it.
 */
function readDocument(source) {
    if (source.mustBe === 'plan')
        return readPlan(source);
    const quick = source.quickText?.() ?? null;
    if (quick !== null)
        return readWhole(quick, source);
    if (source.size > LARGE)
        return readPlan(source);
    const bytes = source.bytes();
    if (startsAsZip(bytes))
        return readPlan(source);
    const decoded = (0,decode/* decode */.D4)(bytes);
    if (!decoded.ok)
        return undecodable(bytes, decoded.reason);
    return readWhole(decoded.text, source);
}
function readWhole(text, source) {
    if (source.path.endsWith('.tf'))
        return readTerraform(source.path, text);
    return mayBePlan(text) ? readPlan(source) : readText(text, source.path);
}
/** Only a repository with bucket policies in Terraform pays for looking at what its files declare. */
async function readTerraform(path, text) {
    const { scanTerraform } = await __nccwpck_require__.e(/* import() */ 503).then(__nccwpck_require__.bind(__nccwpck_require__, 7503));
    return { kind: 'terraform', text, source: scanTerraform(path, text) };
}
/** Files larger than this are read as plans, piece by piece, or not at all: a bucket policy has 20 KB. */
const LARGE = 64 * 1024 * 1024;
/** A zip file that holds a plan: Terraform's binary plan, which somebody named like JSON. */
function startsAsZip(bytes) {
    const magic = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
    return magic && new TextDecoder('latin1').decode(bytes.subarray(0, 512)).includes('tfplan');
}
function mayBePlan(text) {
    if (text.includes('"@level"'))
        return text.includes('"@module":"terraform');
    return text.includes('"format_version"') && /"(?:resource_changes|planned_values|values)"/.test(text);
}
/** The part that reads plans is loaded when a file looks like one. */
async function readPlan(source) {
    const { readPlanFile } = await Promise.all(/* import() */[__nccwpck_require__.e(133), __nccwpck_require__.e(523)]).then(__nccwpck_require__.bind(__nccwpck_require__, 523));
    const document = readPlanFile(source);
    if (document !== null)
        return document;
    if (source.mustBe === 'plan')
        return { kind: 'no-plan' };
    if (source.size > LARGE)
        return NOTHING;
    const decoded = (0,decode/* decode */.D4)(source.bytes());
    return decoded.ok ? readText(decoded.text, source.path) : NOTHING;
}
/** The same for a text that is already decoded. */
function readText(text, path) {
    if (!mayMatter(text))
        return NOTHING;
    const parsed = parseStrict(text);
    return parsed ? fromParsed(parsed, text, path) : readLenient(text, path);
}
/** Bytes that are no text: silent, unless a policy shows through. */
function undecodable(bytes, reason) {
    const text = new TextDecoder('latin1').decode(bytes);
    return holdsPolicy(text) ? { kind: 'unreadable', text, reason, offset: 0 } : NOTHING;
}
/** A cheap test that turns away everything without policies or ownership settings. */
function mayMatter(text) {
    return ((text.includes('Statement') && (text.includes('Principal') || text.includes('PolicyDocument'))) ||
        text.includes('OwnershipControls') ||
        (text.includes('"Grants"') && text.includes('"Owner"')));
}
async function readLenient(text, path) {
    const error = readOwnershipError(text, path);
    if (error !== null)
        return { kind: 'read', text, policies: [], settings: [error] };
    const { parseLenient } = await Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(38)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5038));
    return fromParsed(parseLenient(text), text, path);
}
function fromParsed(parsed, text, path) {
    if (!parsed.ok)
        return holdsPolicy(text) ? { kind: 'unreadable', text, ...explain(parsed, text) } : NOTHING;
    const policies = [];
    const settings = [];
    for (const document of parsed.documents) {
        const broken = collect(document, path, policies, settings);
        if (broken !== null)
            return { kind: 'unreadable', text, reason: broken, offset: Math.max(0, text.indexOf('"Policy"')) };
    }
    if (policies.length + settings.length === 0)
        return NOTHING;
    if (parsed.documents.some(({ value }) => nestsTooDeeply(value))) {
        return { kind: 'unreadable', text, reason: 'it nests too deeply', offset: 0 };
    }
    return { kind: 'read', text, policies, settings };
}
/** What to do about a text that is no JSON: most often it is YAML, or a template with expressions outside strings. */
function explain(parsed, text) {
    const { reason, offset } = parsed;
    const rest = text.slice(offset, offset + 2);
    if (rest === '${' || rest === '%{' || rest === '{{') {
        return {
            reason: 'a template expression stands outside a string; check the rendered policy or the plan instead',
            offset,
        };
    }
    if (/^\s*(?:---|[\w-]+:\s)/.test(text.slice(0, 200))) {
        return { reason: 'it is not JSON (YAML is not read; render it to JSON first)', offset };
    }
    return { reason, offset };
}
/** Adds what a JSON document holds; returns why a wrapped policy in it cannot be read, or null. */
function collect(document, path, policies, settings) {
    let broken = null;
    const { value, base } = document;
    const elements = Array.isArray(value)
        ? value.map((item, i) => [item, [i]])
        : [[value, []]];
    for (const [item, at] of elements) {
        if (!(0,parse/* isObject */.Gv)(item))
            continue;
        const setting = readOwnershipControls(item, path, base) ?? readBucketAcl(item, path, base);
        if (setting)
            settings.push(setting);
        if (isTemplate(item)) {
            const template = readTemplateDocument(item, path, base);
            policies.push(...template.policies);
            settings.push(...template.settings);
            continue;
        }
        const policy = readPolicy(item, { source: 'policy-json', path, at, base, address: null, wrapped: false });
        if (policy)
            policies.push(policy);
        else
            broken ??= collectWrapped(item, path, base, at, policies);
    }
    return broken;
}
/** An object that is a bucket policy on its own, or null. */
function readPolicy(raw, origin) {
    if ((0,parse/* member */.Dc)(raw, 'Statement') === undefined)
        return null;
    const document = (0,parse/* parsePolicy */.ON)(raw, TEMPLATE_READER);
    if (!(0,policy/* looksLikeBucketPolicy */.E1)(raw, document))
        return null;
    return { origin, document, raw, bucket: null, hasTokens: hasTokens(document) };
}
/** `Policy` strings, as `aws s3api get-bucket-policy` prints them, with or without other members around. */
function collectWrapped(value, path, base, at, policies) {
    if (!(0,parse/* isObject */.Gv)(value) || at.length > MAX_WRAPPING)
        return null;
    let broken = null;
    for (const [name, inner] of Object.entries(value)) {
        const here = [...at, name];
        if (name === 'Policy' && typeof inner === 'string') {
            const parsed = parseStrict(inner);
            const [document] = parsed?.ok ? parsed.documents : [];
            const origin = { source: 'policy-wrapped', path, at: here, base, address: null, wrapped: true };
            const policy = (0,parse/* isObject */.Gv)(document?.value) ? readPolicy(document.value, origin) : null;
            if (policy)
                policies.push(policy);
            else if (parsed === null && holdsPolicy(inner))
                broken = 'the policy in its "Policy" string is not valid JSON';
        }
        else if ((0,parse/* isObject */.Gv)(inner))
            broken ??= collectWrapped(inner, path, base, here, policies);
    }
    return broken;
}
function hasTokens(document) {
    const token = (text) => !(0,iam_text/* isPlain */.$i)(text);
    return document.statements.some((statement) => (statement.principal.kind !== 'invalid' && statement.principal.entries.some((entry) => token(entry.value))) ||
        (statement.action.kind !== 'invalid' && statement.action.patterns.some(token)) ||
        (statement.resource.kind !== 'invalid' && statement.resource.patterns.some(token)) ||
        statement.conditions.some((condition) => condition.values.some(token)));
}


/***/ }),

/***/ 2685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ toError),
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * A mistake of the person who runs the check (a bad option, a broken configuration, a missing file): one clear
 * sentence with file, line and what to do. Everything else that is thrown is a bug and keeps its stack.
 */
class UserError extends Error {
    location;
    constructor(message, location = null) {
        super(message);
        this.name = 'UserError';
        this.location = location;
    }
}
/** Whatever was thrown, as an Error. */
function toError(thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
}


/***/ }),

/***/ 1502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ evaluateAction)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(370);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2047);
/* harmony import */ var _tri_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5871);



/**
 * Whether Action or NotAction covers an action. Prefix and name are case-insensitive, `*` and `?` stand anywhere
 * (IAM User Guide, "Action", "NotAction").
 *
 * @param action lower-cased, with its prefix: `s3:getobject`
 */
function evaluateAction(element, action, trace) {
    if (element.kind === 'invalid') {
        trace?.unknowns.push({ kind: 'invalid', problem: `action-${element.reason}` });
        trace?.reasons.push({ part: 'action', value: 'U', negative: false, pattern: null });
        return 'U';
    }
    let listed = 'F';
    let by = null;
    for (const pattern of element.patterns) {
        const value = actionMatches(pattern, action);
        if (value !== 'F')
            by = pattern;
        listed = (0,_tri_js__WEBPACK_IMPORTED_MODULE_1__.or)(listed, value);
        if (listed === 'T')
            break;
    }
    const negative = element.kind === 'negative';
    const value = negative ? (0,_tri_js__WEBPACK_IMPORTED_MODULE_1__/* .not */ .AU)(listed) : listed;
    if (value === 'U' && by !== null)
        trace?.unknowns.push({ kind: 'token', token: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .display */ .Vy)(by) });
    trace?.reasons.push({ part: 'action', value, negative, pattern: by === null ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .display */ .Vy)(by) });
    return value;
}
function actionMatches(pattern, action) {
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlain */ .$i)(pattern))
        return (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchGlob */ .sB)((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .mapStrings */ .to)(pattern, (piece) => piece.toLowerCase()), action);
    if (pattern === '*' || pattern === 's3:*')
        return pattern === '*' || action.startsWith('s3:') ? 'T' : 'F';
    return (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatches */ .mw)(pattern.toLowerCase(), action) ? 'T' : 'F';
}


/***/ }),

/***/ 3713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   no: () => (/* binding */ maybe)
/* harmony export */ });
function absent(...rests) {
    return { presence: 'no', rests };
}
function known(value, ...rests) {
    return {
        presence: 'yes',
        value: { kind: 'values', alternatives: [[value]] },
        multivalued: false,
        rests,
    };
}
function unknown(presence, multivalued = false) {
    return { presence, value: { kind: 'unknown' }, multivalued, rests: [] };
}
/** A key that the request may lack, with the value it has otherwise. */
function maybe(value) {
    return { presence: 'maybe', value: { kind: 'values', alternatives: [[value]] }, multivalued: false, rests: [] };
}


/***/ }),

/***/ 2028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Du: () => (/* binding */ conjunction),
  wz: () => (/* binding */ evaluateConditions),
  nu: () => (/* binding */ evaluateEffect),
  hx: () => (/* binding */ evaluateTarget),
  mn: () => (/* binding */ traced)
});

// UNUSED EXPORTS: evaluateStatement

// EXTERNAL MODULE: ./lib/iam/action.js
var action = __nccwpck_require__(1502);
// EXTERNAL MODULE: ./lib/iam/text.js
var iam_text = __nccwpck_require__(2047);
;// CONCATENATED MODULE: ./lib/iam/foreign.js

/** A VPC, endpoint, account or organization id; eight digits of a longer VPC or endpoint id tell it as well. */
const ID = /^(?:vpce?-[0-9a-f]{8}.*|\d{12}|o-[a-z0-9]{10,32})$/;
/** Stands for an expression or a policy variable, which names some id of the customer's (decision 2). */
const EXPRESSION = '\u0000';
/**
 * Whether a pattern names an id, as opposed to a form that every id has (`vpce-*`, `vpce-0*`): a value without wildcards,
 * or one where a part of its own between colons and slashes is an id (`arn:aws:ec2:*:111122223333:vpc/*`).
 */
function namesAnId(pattern) {
    const pieces = (0,iam_text/* isPlain */.$i)(pattern) ? [pattern] : pattern;
    const text = pieces.map((piece) => (typeof piece === 'string' ? withoutVariables(piece) : EXPRESSION)).join('');
    if (!/[*?]/.test(text))
        return true;
    const parts = text.split(/[:/]/);
    // The partition, service and Region of an ARN are nobody's.
    const own = parts[0] === 'arn' ? parts.slice(4) : parts;
    return own.some((part) => ID.test(part) || (part.includes(EXPRESSION) && !/[*?]/.test(part)));
}
/** One pass: a regular expression would look for the end of every `${` anew. */
function withoutVariables(text) {
    let result = '';
    let at = 0;
    for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', at)) {
        const close = text.indexOf('}', open);
        if (close === -1)
            break;
        result += text.slice(at, open) + EXPRESSION;
        at = close + 1;
    }
    return result + text.slice(at);
}

// EXTERNAL MODULE: ./lib/iam/glob.js
var glob = __nccwpck_require__(370);
;// CONCATENATED MODULE: ./lib/iam/ip.js
/** Parses a CIDR block or a bare address (`/32`, `/128`); null when it is neither. */
function parseCidr(text) {
    const slash = text.indexOf('/');
    const host = slash === -1 ? text : text.slice(0, slash);
    const address = host.includes(':') ? parseV6(host) : parseV4(host);
    if (address === null)
        return null;
    const bits = host.includes(':') ? 128 : 32;
    const suffix = slash === -1 ? String(bits) : text.slice(slash + 1);
    if (!/^\d{1,3}$/.test(suffix) || Number(suffix) > bits)
        return null;
    return { bits, address, length: Number(suffix) };
}
function parseV4(text) {
    const parts = text.split('.');
    if (parts.length !== 4)
        return null;
    let address = 0n;
    for (const part of parts) {
        if (!/^\d{1,3}$/.test(part) || Number(part) > 255)
            return null;
        address = address * 256n + BigInt(part);
    }
    return address;
}
function parseV6(text) {
    const halves = text.split('::');
    if (halves.length > 2)
        return null;
    const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
    const [head = [], tail = []] = groups;
    const missing = 8 - head.length - tail.length;
    if (halves.length === 1 ? missing !== 0 : missing < 1)
        return null;
    const all = halves.length === 1 ? head : [...head, ...Array(missing).fill('0'), ...tail];
    let address = 0n;
    for (const group of all) {
        if (!/^[0-9a-fA-F]{1,4}$/.test(group))
            return null;
        address = address * 65536n + BigInt(`0x${group}`);
    }
    return address;
}
/** Whether `inner` lies inside `outer`, or overlaps it partly, or not at all. Blocks either nest or are disjoint. */
function relation(inner, outer) {
    if (inner.bits !== outer.bits)
        return 'disjoint';
    const shared = BigInt(inner.bits - Math.min(inner.length, outer.length));
    if (inner.address >> shared !== outer.address >> shared)
        return 'disjoint';
    return inner.length >= outer.length ? 'inside' : 'overlaps';
}
/**
 * Ranges that are never the egress of a public service: private (RFC 1918, 4193), loopback, link-local, carrier-grade
 * NAT (RFC 6598) and documentation (RFC 5737, 3849); decision 1 of the semantics note.
 */
const NEVER_PUBLIC = [
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '100.64.0.0/10',
    '192.0.2.0/24',
    '198.51.100.0/24',
    '203.0.113.0/24',
    'fc00::/7',
    '::1/128',
    'fe80::/10',
    '2001:db8::/32',
];
let neverPublic = null;
function isNeverPublic(block) {
    neverPublic ??= NEVER_PUBLIC.map(parseCidr).filter((range) => range !== null);
    return neverPublic.some((range) => relation(block, range) === 'inside');
}

// EXTERNAL MODULE: ./lib/iam/tri.js
var tri = __nccwpck_require__(5871);
// EXTERNAL MODULE: ./lib/iam/variables.js
var iam_variables = __nccwpck_require__(351);
;// CONCATENATED MODULE: ./lib/iam/operators.js






const equal = (a, b) => a === b;
const ordered = [
    // The third member answers for "now" against a bound that has passed: now is greater.
    ['Equals', equal, false],
    ['LessThan', (a, b) => a < b, false],
    ['LessThanEquals', (a, b) => a <= b, false],
    ['GreaterThan', (a, b) => a > b, true],
    ['GreaterThanEquals', (a, b) => a >= b, true],
];
/** The operators of the IAM User Guide, "IAM JSON policy elements: Condition operators". Names are exact. */
const OPERATORS = new Map([
    ...pair('StringEquals', 'StringNotEquals', { kind: 'string', match: 'exact' }),
    ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', { kind: 'string', match: 'ignore-case' }),
    ...pair('StringLike', 'StringNotLike', { kind: 'string', match: 'like' }),
    ...pair('ArnEquals', 'ArnNotEquals', { kind: 'arn' }),
    ...pair('ArnLike', 'ArnNotLike', { kind: 'arn' }),
    ...pair('IpAddress', 'NotIpAddress', { kind: 'address' }),
    ...ordered.flatMap(([name, compare, whenPast]) => [
        [`Numeric${name}`, { family: { kind: 'number', compare, whenPast }, negated: false }],
        [`Date${name}`, { family: { kind: 'date', compare, whenPast }, negated: false }],
    ]),
    ['NumericNotEquals', { family: { kind: 'number', compare: equal, whenPast: false }, negated: true }],
    ['DateNotEquals', { family: { kind: 'date', compare: equal, whenPast: false }, negated: true }],
    ['Bool', { family: { kind: 'bool' }, negated: false }],
    ['BinaryEquals', { family: { kind: 'binary' }, negated: false }],
    ['Null', { family: { kind: 'null' }, negated: false }],
]);
function pair(positive, negative, family) {
    return [
        [positive, { family, negated: false }],
        [negative, { family, negated: true }],
    ];
}
/** Whether one policy value matches one request value, before any negation. */
function matchValue(family, policy, request, scope) {
    switch (family.kind) {
        case 'string':
        case 'arn':
            return matchText(family, policy, request, scope);
        case 'number':
        case 'date':
            return matchOrdered(family, policy, request);
        case 'bool':
            return matchBool(policy, request);
        case 'address':
            return matchAddress(policy, request);
        case 'binary':
        case 'null':
            // No key of these requests is binary, and Null compares no values.
            return 'U';
    }
}
function matchText(family, policy, request, scope) {
    const quick = plainMatch(family, policy, request);
    if (quick !== null)
        return quick;
    const fold = family.kind === 'string' && family.match === 'ignore-case';
    const wildcards = family.kind === 'arn' || family.match === 'like';
    const resolved = (0,iam_variables/* resolve */.h)(fold ? lower(policy) : policy, wildcards, scope.variables, scope.context);
    if (resolved.kind === 'absent')
        return 'no-value';
    // A1: the id is none of those that the policy names; a pattern that names none may cover it.
    if (request.kind === 'foreign' && (!wildcards || namesAnId(policy))) {
        return family.kind === 'arn' && !mayBeArns(policy, request.shape) ? 'U' : 'F';
    }
    if (resolved.kind === 'unknown')
        return 'U';
    if (request.kind === 'foreign')
        return comparable(family, resolved.symbols, (0,glob/* compile */.wE)(request.shape, false));
    if (request.kind !== 'text' || isBlock(request.text))
        return wildcards && isStar(resolved.symbols) ? 'T' : 'U';
    return comparable(family, resolved.symbols, (0,glob/* compile */.wE)(fold ? lower(request.text) : request.text, false));
}
/** A stated range stands for one of its addresses, which as a text is not known. */
function isBlock(text) {
    return (0,iam_text/* isPlain */.$i)(text) && /^[\da-fA-F:.]+\/\d{1,3}$/.test(text) && parseCidr(text) !== null;
}
/** The everyday case without compiling anything: a plain value without variables against a plain one. */
function plainMatch(family, policy, request) {
    if (!(0,iam_text/* isPlain */.$i)(policy) || policy.includes('${') || request.kind !== 'text' || !(0,iam_text/* isPlain */.$i)(request.text))
        return null;
    const { text } = request;
    if (isBlock(text))
        return null;
    if (family.kind === 'arn')
        return plainArn(policy, text);
    switch (family.match) {
        case 'exact':
            return (0,tri/* fromBoolean */.xb)(policy === text);
        case 'ignore-case':
            return (0,tri/* fromBoolean */.xb)(policy.toLowerCase() === text.toLowerCase());
        case 'like':
            return (0,tri/* fromBoolean */.xb)((0,glob/* globMatches */.mw)(policy, text));
    }
}
function plainArn(pattern, subject) {
    if (pattern === '*')
        return 'T';
    const patterns = sixParts(pattern);
    const subjects = sixParts(subject);
    if (patterns === null || subjects === null)
        return 'U';
    return (0,tri/* fromBoolean */.xb)(patterns.every((part, i) => (0,glob/* globMatches */.mw)(part, subjects[i] ?? '')));
}
/** Five colons separate the components of an ARN; the last one may hold more of them. */
function sixParts(arn) {
    const parts = arn.split(':');
    return parts.length < 6 ? null : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
function lower(text) {
    return (0,iam_text/* mapStrings */.to)(text, (piece) => piece.toLowerCase());
}
const RUN_ONLY = (0,glob/* compile */.wE)('*', true);
function isStar(symbols) {
    return symbols.length === 1 && symbols[0] === RUN_ONLY[0];
}
function comparable(family, pattern, subject) {
    return family.kind === 'string' ? (0,glob/* matchSymbols */.fi)(pattern, subject) : matchArn(pattern, subject);
}
const COLON = ':'.charCodeAt(0);
/** ARN operators compare the six colon-separated components separately; a lone `*` matches every ARN. */
function matchArn(pattern, subject) {
    if (isStar(pattern))
        return 'T';
    const patterns = components(pattern);
    const subjects = components(subject);
    if (patterns === null || subjects === null)
        return 'U';
    let result = 'T';
    for (const [i, part] of patterns.entries())
        result = (0,tri/* and */.Uo)(result, (0,glob/* matchSymbols */.fi)(part, subjects[i] ?? []));
    return result;
}
function components(symbols) {
    const parts = [];
    let from = 0;
    for (let i = 0; i < symbols.length && parts.length < 5; i++) {
        if (symbols[i] !== COLON)
            continue;
        parts.push(symbols.slice(from, i));
        from = i + 1;
    }
    parts.push(symbols.slice(from));
    return parts.length === 6 ? parts : null;
}
/** False when one of two texts has other than six parts, which the ARN operators do not define. */
function mayBeArns(policy, shape) {
    const isArn = (text) => components((0,glob/* compile */.wE)(text, false)) !== null;
    return isArn(shape) && (!(0,iam_text/* isPlain */.$i)(policy) || isArn(policy));
}
function matchOrdered(family, policy, request) {
    if (!(0,iam_text/* isPlain */.$i)(policy) || (0,iam_variables/* hasVariable */.$)(policy))
        return 'U';
    const bound = family.kind === 'number' ? parseNumber(policy) : parseDate(policy);
    if (bound === null)
        return 'U';
    if (request.kind === 'now') {
        // Numeric operators compare seconds; what they make of a date is not defined.
        if (family.kind === 'number' && !request.epoch)
            return 'U';
        const millis = family.kind === 'number' ? bound * 1000 : bound;
        return millis <= Date.parse(`${request.today}T00:00:00Z`) ? (0,tri/* fromBoolean */.xb)(family.whenPast) : 'U';
    }
    if (request.kind !== 'text' || !(0,iam_text/* isPlain */.$i)(request.text))
        return 'U';
    const value = family.kind === 'number' ? parseNumber(request.text) : parseDate(request.text);
    return value === null ? 'U' : (0,tri/* fromBoolean */.xb)(family.compare(value, bound));
}
function parseNumber(text) {
    return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : null;
}
/** ISO 8601 in its W3C profile, or epoch seconds, as milliseconds; null for anything else. */
function parseDate(text) {
    if (/^\d{9,12}$/.test(text))
        return Number(text) * 1000;
    if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/.test(text))
        return null;
    const millis = Date.parse(text);
    return Number.isNaN(millis) ? null : millis;
}
function matchBool(policy, request) {
    // The two AWS pages disagree on variables under Bool, so they stay unknown like any other odd value.
    if (policy !== 'true' && policy !== 'false')
        return 'U';
    return request.kind === 'text' && (0,iam_text/* isPlain */.$i)(request.text) ? (0,tri/* fromBoolean */.xb)(request.text === policy) : 'U';
}
function matchAddress(policy, request) {
    const block = (0,iam_text/* isPlain */.$i)(policy) ? parseCidr(policy) : null;
    if (block === null)
        return 'U';
    if (request.kind === 'public-address') {
        if (block.bits === 32 && block.length === 0)
            return 'T';
        return isNeverPublic(block) ? 'F' : 'U';
    }
    const given = request.kind === 'text' && (0,iam_text/* isPlain */.$i)(request.text) ? parseCidr(request.text) : null;
    if (given === null)
        return 'U';
    const where = relation(given, block);
    return where === 'inside' ? 'T' : where === 'disjoint' ? 'F' : 'U';
}

;// CONCATENATED MODULE: ./lib/iam/condition.js




/**
 * Whether one condition (an operator with one key) holds for the request. A key that may be absent is evaluated twice,
 * as if absent and as if present; the answer counts only where both agree.
 */
function evaluateCondition(condition, scope, trace) {
    const operator = OPERATORS.get(condition.operator);
    const state = scope.context.lookup(condition.key.toLowerCase());
    if (!operator || condition.values.length === 0 || isDecoratedNull(condition, operator)) {
        const problem = condition.values.length === 0 ? 'empty-values' : 'unknown-operator';
        trace?.unknowns.push({ kind: 'invalid', problem });
        return noted(condition, state, 'U', trace);
    }
    const value = operator.family.kind === 'null' ? evaluateNull(condition, state) : evaluate(condition, operator, state, scope);
    if (value === 'U')
        trace?.unknowns.push(unknownOf(condition, state, scope));
    else
        trace?.assumptions.push(...state.rests);
    if (value !== 'U' && state.presence !== 'no' && state.presentUnder && operator.family.kind !== 'null') {
        trace?.assumptions.push(state.presentUnder);
    }
    return noted(condition, state, value, trace);
}
/** Neither `NullIfExists` nor a set prefix before `Null` is documented. */
function isDecoratedNull({ ifExists, set }, { family }) {
    return family.kind === 'null' && (ifExists || set !== null);
}
function noted(condition, state, value, trace) {
    trace?.reasons.push({ part: 'condition', value, condition, ...describe(state) });
    return value;
}
function describe(state) {
    if (state.presence === 'no')
        return { state: 'absent', holds: null };
    const holds = state.value.kind === 'values'
        ? state.value.alternatives.map((set) => set.map(iam_text/* display */.Vy).join(', ')).join(' or ')
        : state.value.kind;
    return { state: state.presence === 'yes' ? 'present' : 'maybe', holds };
}
/** What would settle the condition. */
function unknownOf(condition, state, scope) {
    const key = condition.key.toLowerCase();
    if (scope.context.isObjectState(key))
        return { kind: 'object-state', key };
    if (state.presence !== 'yes')
        return { kind: 'context', key };
    if (state.value.kind === 'now')
        return { kind: 'time' };
    if (state.value.kind !== 'values')
        return { kind: 'context', key };
    const held = state.value.alternatives.flat();
    return (callerPart(held) ??
        (held.length === 1 && held.every(iam_text/* isPlain */.$i) ? policyPart(condition, scope) : { kind: 'context', key }));
}
const CALLER_PARTS = ['account', 'role', 'role-id'];
/** The part of the caller's identity in a request's value that nobody named. */
function callerPart(held) {
    const tokens = held.flatMap((text) => (0,iam_text/* isPlain */.$i)(text) ? [] : text.map((piece) => typeof piece === 'object' && piece.token));
    const kind = CALLER_PARTS.find((part) => tokens.includes(part));
    return kind === undefined ? null : { kind };
}
/** The request's value is known, so what is missing is in the policy: an expression, a variable, or a value that fits. */
function policyPart({ values }, { variables, context }) {
    for (const value of values) {
        if (!(0,iam_text/* isPlain */.$i)(value))
            return { kind: 'token', token: (0,iam_text/* display */.Vy)(value) };
        const resolved = (0,iam_variables/* resolve */.h)(value, false, variables, context);
        if (resolved.kind !== 'symbols')
            return { kind: 'context', key: resolved.key };
    }
    return { kind: 'invalid', problem: 'value' };
}
function evaluateNull(condition, state) {
    const isAbsent = state.presence === 'no' ? 'T' : state.presence === 'yes' ? 'F' : 'U';
    let result = 'F';
    for (const value of condition.values) {
        result = (0,tri.or)(result, value === 'true' ? isAbsent : value === 'false' ? (0,tri/* not */.AU)(isAbsent) : 'U');
    }
    return result;
}
function evaluate(condition, operator, state, scope) {
    const whenAbsent = absentAnswer(condition, operator);
    if (state.presence === 'no')
        return whenAbsent;
    const present = presentAnswer(condition, operator, state, scope);
    if (state.presence === 'yes' || state.presentUnder !== undefined)
        return present;
    return (0,tri/* agree */.d5)([whenAbsent, present]);
}
/**
 * Absent key: false, for operators that require a mismatch true, with IfExists true; ForAllValues true and ForAnyValue
 * false, negated or not (IAM User Guide, "Condition operators"; decision 4).
 */
function absentAnswer(condition, operator) {
    if (condition.ifExists || condition.set === 'all')
        return 'T';
    if (condition.set === 'any')
        return 'F';
    return operator.negated ? 'T' : 'F';
}
function presentAnswer(condition, operator, state, scope) {
    // Without a set operator, how a multivalued key is compared is not defined.
    if (state.multivalued && condition.set === null)
        return 'U';
    const { value } = state;
    if (value.kind !== 'values') {
        const one = againstList(condition.values, operator, value, scope);
        return state.multivalued && one !== 'U' ? (0,tri/* agree */.d5)([one, absentAnswer(condition, operator)]) : one;
    }
    return (0,tri/* agree */.d5)(value.alternatives.map((set) => {
        const answers = set.map((text) => againstList(condition.values, operator, { kind: 'text', text }, scope));
        return overSet(condition.set, answers);
    }));
}
function overSet(set, answers) {
    return set === 'any' ? answers.reduce(tri.or, 'F') : answers.reduce(tri/* and */.Uo, 'T');
}
/** One request value against the list: OR for positive operators, NOR for negated ones. */
function againstList(values, operator, request, scope) {
    let matched = 'F';
    for (const value of values) {
        const one = matchValue(operator.family, value, request, scope);
        // A variable without a value: a positive operator does not match; for a negated one AWS documents a match but
        // warns that the statement may become invalid (semantics note §5.4).
        matched = (0,tri.or)(matched, one === 'no-value' ? (operator.negated ? 'U' : 'F') : one);
        if (matched === 'T')
            break;
    }
    return operator.negated ? (0,tri/* not */.AU)(matched) : matched;
}

// EXTERNAL MODULE: ./lib/iam/principal.js
var principal = __nccwpck_require__(9448);
;// CONCATENATED MODULE: ./lib/iam/reason.js
function newTrace() {
    return { reasons: [], unknowns: [], assumptions: [] };
}

// EXTERNAL MODULE: ./lib/iam/resource.js
var resource = __nccwpck_require__(2080);
;// CONCATENATED MODULE: ./lib/iam/evaluate.js






/**
 * Kleene AND of parts. A false part decides alone, so its trace alone is kept: what the others rest on does not matter
 * then. Reasons are always kept up to the deciding part.
 */
function conjunction(parts) {
    let value = 'T';
    const trace = newTrace();
    for (const part of parts) {
        value = (0,tri/* and */.Uo)(value, part.value);
        trace.reasons.push(...part.trace.reasons);
        if (value === 'F')
            return { value, trace: { ...part.trace, reasons: trace.reasons } };
        trace.unknowns.push(...part.trace.unknowns);
        trace.assumptions.push(...part.trace.assumptions);
    }
    return { value, trace };
}
/**
 * Whether a statement denies a request: T blocked, F not blocked, U undecided. A statement applies when principal,
 * action, resource and every condition match (IAM User Guide, "Policy evaluation logic"); Allow statements never deny.
 *
 * @param variables whether the document's version recognises policy variables
 */
function evaluateStatement(statement, variables, caller, request) {
    const resource = evaluateTarget(statement, variables, request);
    const denial = conjunction(lazily([
        () => evaluateEffect(statement),
        () => traced((trace) => evaluatePrincipal(statement.principal, caller, trace)),
        () => traced((trace) => evaluateAction(statement.action, request.action, trace)),
        () => resource,
        () => evaluateConditions(statement, variables, request.context),
    ]));
    return { value: denial.value, scope: resource.scope, trace: denial.trace };
}
function* lazily(parts) {
    for (const part of parts)
        yield part();
}
function traced(evaluate) {
    const trace = newTrace();
    return { value: evaluate(trace), trace };
}
/** T for a Deny, F for an Allow, U where Effect is neither (it is case-sensitive). */
function evaluateEffect(statement) {
    const trace = newTrace();
    if (statement.effect !== 'invalid')
        return { value: statement.effect === 'Deny' ? 'T' : 'F', trace };
    trace.unknowns.push({ kind: 'invalid', problem: 'effect' });
    trace.reasons.push({ part: 'effect', value: 'U' });
    return { value: 'U', trace };
}
/** The resource part for the bucket or its objects, with how much of it is covered. */
function evaluateTarget(statement, variables, request) {
    const trace = newTrace();
    const { target, bucket, context } = request;
    const match = (0,resource/* evaluateResource */.iv)(statement.resource, target, bucket, variables, context, trace);
    return { ...match, trace };
}
/** All operators, all keys ANDed; `Condition: {}` holds always. */
function evaluateConditions(statement, variables, context) {
    return conjunction(conditionParts(statement, variables, context));
}
function* conditionParts(statement, variables, context) {
    if (statement.malformedCondition) {
        const trace = newTrace();
        trace.unknowns.push({ kind: 'invalid', problem: 'condition' });
        yield { value: 'U', trace };
    }
    for (const condition of statement.conditions) {
        yield traced((trace) => evaluateCondition(condition, { context, variables }, trace));
    }
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   fi: () => (/* binding */ matchSymbols),
/* harmony export */   jZ: () => (/* binding */ atLeast),
/* harmony export */   mw: () => (/* binding */ globMatches),
/* harmony export */   sB: () => (/* binding */ matchGlob),
/* harmony export */   tq: () => (/* binding */ matchExact),
/* harmony export */   vk: () => (/* binding */ coverage),
/* harmony export */   wE: () => (/* binding */ compile)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2047);

const ONE = -1;
const RUN = -2;
/** An identity that is certainly not the caller's: it matches nothing (decision 12). */
const OTHER = -3;
/** Compiles a text; `wildcards` says whether `*` and `?` are special in it. */
function compile(text, wildcards) {
    const symbols = [];
    for (const piece of (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(text) ? [text] : text) {
        if (typeof piece !== 'string') {
            symbols.push(piece.means === 'other-principal' ? OTHER : piece);
            continue;
        }
        for (let i = 0; i < piece.length; i++) {
            const code = piece.charCodeAt(i);
            if (wildcards && code === 0x2a) {
                if (symbols.at(-1) !== RUN)
                    symbols.push(RUN);
            }
            else
                symbols.push(wildcards && code === 0x3f ? ONE : code);
        }
    }
    return symbols;
}
function isToken(symbol) {
    return typeof symbol === 'object';
}
/** Whether a token can hold a character; a token can hold another one unless that is shown to be impossible. */
function canHold({ holds }, read) {
    if (holds === undefined || isToken(read))
        return true;
    return holds === 'digits' ? read >= 0x30 && read <= 0x39 : read !== 0x3a && read !== 0x2f;
}
/** Adds a state and what follows from it without reading: a run (and, if possible, a token) may match nothing. */
function add(states, pattern, at, mode) {
    for (let state = at; !states.has(state); state++) {
        states.add(state);
        const symbol = pattern[state];
        if (symbol !== RUN && !(mode === 'possible' && isToken(symbol)))
            return;
    }
}
/** The pattern positions that are alive after the whole subject was read. */
function advance(pattern, subject, mode) {
    let states = new Set();
    add(states, pattern, 0, mode);
    for (const read of subject) {
        states = mode === 'possible' && isToken(read) ? readToken(states, pattern, read) : step(states, pattern, read, mode);
        if (states.size === 0)
            break;
    }
    return states;
}
/** A token of the subject may be any string that it can hold: from a live position to the next that it cannot. */
function readToken(states, pattern, token) {
    const next = new Set();
    for (const state of states) {
        for (let at = state; !next.has(at); at++) {
            next.add(at);
            const symbol = pattern[at];
            if (symbol === undefined || symbol === OTHER)
                break;
            if (!isToken(symbol) && symbol >= 0 && !canHold(token, symbol))
                break;
        }
    }
    return next;
}
function step(states, pattern, read, mode) {
    const next = new Set();
    for (const state of states) {
        const symbol = pattern[state];
        if (symbol === undefined)
            continue;
        if (symbol === RUN)
            add(next, pattern, state, mode);
        else if (isToken(symbol))
            stepToken(next, pattern, state, symbol, read, mode);
        else if (symbol === read || (symbol === ONE && !isToken(read)))
            add(next, pattern, state + 1, mode);
    }
    return next;
}
/** A token of the pattern: if possible it holds what is read and goes on, for sure it equals only itself. */
function stepToken(next, pattern, at, token, read, mode) {
    if (mode === 'possible') {
        if (canHold(token, read))
            add(next, pattern, at, mode);
    }
    else if (isToken(read) && read.token === token.token)
        add(next, pattern, at + 1, mode);
}
/** Whether a pattern matches a subject; unknown where that depends on a token. */
function matchSymbols(pattern, subject) {
    if (advance(pattern, subject, 'sure').has(pattern.length))
        return 'T';
    return advance(pattern, subject, 'possible').has(pattern.length) ? 'U' : 'F';
}
/** Glob match of whole strings with `*` and `?`, case-sensitive. */
function matchGlob(pattern, subject) {
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(pattern) && (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(subject)) {
        if (pattern === subject || pattern === '*')
            return 'T';
        return globMatches(pattern, subject) ? 'T' : 'F';
    }
    return matchSymbols(compile(pattern, true), compile(subject, false));
}
/** Equality of whole strings; `*` and `?` are literal. */
function matchExact(value, subject) {
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(value) && (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(subject))
        return value === subject ? 'T' : 'F';
    return matchSymbols(compile(value, false), compile(subject, false));
}
/** The plain case of `matchGlob`: iterative, with one point to go back to. */
function globMatches(pattern, subject) {
    let p = 0;
    let s = 0;
    let star = -1;
    let mark = 0;
    while (s < subject.length) {
        const code = pattern.charCodeAt(p);
        if (code === 0x2a) {
            star = p++;
            mark = s;
        }
        else if (p < pattern.length && (code === 0x3f || code === subject.charCodeAt(s))) {
            p++;
            s++;
        }
        else if (star >= 0) {
            p = star + 1;
            s = ++mark;
        }
        else
            return false;
    }
    while (pattern.charCodeAt(p) === 0x2a)
        p++;
    return p === pattern.length;
}
const COVERAGE_ORDER = { none: 0, some: 1, all: 2 };
function atLeast(a, b) {
    return COVERAGE_ORDER[a] >= COVERAGE_ORDER[b] ? a : b;
}
function atMost(a, b) {
    return COVERAGE_ORDER[a] <= COVERAGE_ORDER[b] ? a : b;
}
/**
 * Coverage of the objects of a bucket: `prefix` is `arn:P:s3:::B/` and every key has one or more characters
 * (semantics note §4, "exact test per pattern").
 */
function coverage(pattern, prefix) {
    return { sure: coverageIn(pattern, prefix, 'sure'), possible: coverageIn(pattern, prefix, 'possible') };
}
function coverageIn(pattern, prefix, mode) {
    let best = 'none';
    for (const state of advance(pattern, prefix, mode)) {
        if (state >= pattern.length)
            continue;
        best = atLeast(best, acceptsEverything(pattern, state, mode) ? 'all' : 'some');
        if (best === 'all')
            break;
    }
    return best;
}
/** True when the rest of the pattern accepts every non-empty string: runs, and at most one `?`. */
function acceptsEverything(pattern, from, mode) {
    let runs = 0;
    let ones = 0;
    for (let i = from; i < pattern.length; i++) {
        const symbol = pattern[i];
        if (symbol === RUN || (mode === 'possible' && isToken(symbol) && symbol.holds === undefined))
            runs++;
        else if (symbol === ONE)
            ones++;
        else
            return false;
    }
    return runs > 0 && ones <= 1;
}


/***/ }),

/***/ 8229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   GX: () => (/* binding */ statementsOf),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   Sg: () => (/* binding */ readPlainText)
/* harmony export */ });
/* unused harmony export PLAIN_READER */
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2047);

function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Own property by name; `__proto__` and inherited names never count. */
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
/** S3 takes policies of 20 KB: no text of a policy that it accepts is longer, and matching costs time by length. */
const MAX_TEXT = 20 * 1024;
const TOO_LONG = [{ token: 'a text longer than a policy may be' }];
/** Scalars as the policy language reads them: numbers and booleans count as their text. */
const readPlainText = (value) => {
    if (typeof value === 'string')
        return value.length > MAX_TEXT ? TOO_LONG : value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};
const PLAIN_READER = { text: readPlainText, token: () => null };
/** The statements of a `Statement` member: one object or a list (IAM User Guide, "Statement"). */
function statementsOf(policy) {
    const statement = member(policy, 'Statement');
    if (Array.isArray(statement))
        return statement;
    return statement === undefined ? [] : [statement];
}
/** S3 stores no policy of more than 20 KB (S3 User Guide, "Adding a bucket policy"), so none has a longer string. */
const MAX_LENGTH = 20 * 1024;
/** Expressions in one string; what has more of them is no ARN or name that anybody can judge. */
const MAX_PIECES = 64;
/** A reader that takes a string beyond these limits for an unknown one, so that matching always stays cheap. */
function limited(read) {
    return (value) => {
        if (typeof value === 'string' && value.length > MAX_LENGTH)
            return unread(value);
        const text = read(value);
        return text === null || (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlain */ .$i)(text) || text.length <= MAX_PIECES ? text : unread((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .display */ .Vy)(text));
    };
}
function unread(text) {
    return [{ token: `${text.slice(0, 60)}…` }];
}
/** Reads a policy object. Never throws on bad policy text: what is invalid is carried as such and judged unknown. */
function parsePolicy(policy, { text, resource, token }) {
    const reader = { text: limited(text), resource: limited(resource ?? text), token };
    const version = reader.text(member(policy, 'Version'));
    return {
        version: typeof version === 'string' ? version : null,
        variables: version === '2012-10-17',
        statements: statementsOf(policy).map((raw, index) => parseStatement(raw, index, reader)),
    };
}
function parseStatement(raw, index, reader) {
    const object = isObject(raw) ? raw : {};
    const sid = reader.text(member(object, 'Sid'));
    const effect = member(object, 'Effect');
    const condition = parseConditions(member(object, 'Condition'), reader);
    return {
        index,
        sid: typeof sid === 'string' ? sid : null,
        effect: effect === 'Allow' || effect === 'Deny' ? effect : 'invalid',
        principal: parsePrincipal(object, reader),
        action: parsePatterns(object, 'Action', reader.text, reader),
        resource: parsePatterns(object, 'Resource', reader.resource ?? reader.text, reader),
        conditions: condition ?? [],
        malformedCondition: condition === null,
        raw,
    };
}
function parsePrincipal(statement, reader) {
    const positive = member(statement, 'Principal');
    const negative = member(statement, 'NotPrincipal');
    if (positive !== undefined && negative !== undefined)
        return { kind: 'invalid', reason: 'both' };
    const value = positive ?? negative;
    if (value === undefined)
        return { kind: 'invalid', reason: 'missing' };
    const kind = positive !== undefined ? 'principal' : 'not-principal';
    if (value === '*')
        return { kind, everyone: true, entries: [], partial: false };
    if (reader.token(value) !== null)
        return { kind, everyone: false, entries: [], partial: true };
    if (!isObject(value))
        return { kind: 'invalid', reason: typeof value === 'string' ? 'bare-string' : 'malformed' };
    const entries = [];
    let partial = false;
    for (const [type, members] of Object.entries(value)) {
        if (!isPrincipalType(type))
            return { kind: 'invalid', reason: 'malformed' };
        for (const item of asList(members, reader)) {
            const text = reader.text(item);
            if (text === null)
                partial = true;
            else
                entries.push({ type, value: text });
        }
    }
    // S3 refuses an element that names nobody, so nothing follows from it.
    if (entries.length === 0 && !partial)
        return { kind: 'invalid', reason: 'malformed' };
    return { kind, everyone: false, entries, partial };
}
function isPrincipalType(name) {
    return name === 'AWS' || name === 'Service' || name === 'Federated' || name === 'CanonicalUser';
}
function asList(value, reader) {
    return Array.isArray(value) && reader.token(value) === null ? value : [value];
}
function parsePatterns(statement, name, read, reader) {
    const positive = member(statement, name);
    const negative = member(statement, `Not${name}`);
    if (positive !== undefined && negative !== undefined)
        return { kind: 'invalid', reason: 'both' };
    const value = positive ?? negative;
    if (value === undefined)
        return { kind: 'invalid', reason: 'missing' };
    const patterns = [];
    for (const item of asList(value, reader)) {
        const text = read(item);
        if (text === null)
            return { kind: 'invalid', reason: 'malformed' };
        patterns.push(text);
    }
    if (patterns.length === 0)
        return { kind: 'invalid', reason: 'empty' };
    return { kind: positive !== undefined ? 'positive' : 'negative', patterns };
}
/**
 * The conditions, one per operator and key. Key names are case-insensitive: entries of one operator that differ only
 * in case are merged. Null when the block has another shape.
 */
function parseConditions(block, reader) {
    if (block === undefined)
        return [];
    if (!isObject(block) || reader.token(block) !== null)
        return null;
    const conditions = new Map();
    for (const [written, keys] of Object.entries(block)) {
        if (!isObject(keys) || reader.token(keys) !== null)
            return null;
        for (const [key, value] of Object.entries(keys)) {
            const values = [];
            for (const item of asList(value, reader)) {
                const text = reader.text(item);
                if (text === null)
                    return null;
                values.push(text);
            }
            const identity = `${written}\n${key.toLowerCase()}`;
            const known = conditions.get(identity);
            conditions.set(identity, known ? { ...known, values: [...known.values, ...values] } : { ...parseOperator(written), key, values });
        }
    }
    return [...conditions.values()];
}
function parseOperator(written) {
    let rest = written;
    let set = null;
    if (rest.startsWith('ForAllValues:'))
        set = 'all';
    else if (rest.startsWith('ForAnyValue:'))
        set = 'any';
    if (set !== null)
        rest = rest.slice(rest.indexOf(':') + 1);
    const ifExists = rest.endsWith('IfExists');
    return { written, set, operator: ifExists ? rest.slice(0, -'IfExists'.length) : rest, ifExists };
}


/***/ }),

/***/ 9448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UI: () => (/* binding */ identitiesOf),
/* harmony export */   Yn: () => (/* binding */ entryMatches),
/* harmony export */   gD: () => (/* binding */ evaluatePrincipal),
/* harmony export */   rl: () => (/* binding */ hasWildcard),
/* harmony export */   sI: () => (/* binding */ listedLayers)
/* harmony export */ });
/* unused harmony export isUniqueId */
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(370);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2047);
/* harmony import */ var _tri_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5871);



const identityCache = new WeakMap();
function identitiesOf(caller) {
    const known = identityCache.get(caller);
    if (known)
        return known;
    const identities = buildIdentities(caller);
    identityCache.set(caller, identities);
    return identities;
}
function buildIdentities(caller) {
    if (caller.kind === 'anonymous' || caller.kind === 'service')
        return { account: [], own: null, session: null };
    const { partition, account } = caller;
    const iam = (name) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinText */ ._V)([`arn:${partition}:iam::`, ...pieces(account), ':', ...pieces(name)]);
    const root = [iam('root'), account];
    switch (caller.kind) {
        case 'root':
            return { account: root, own: null, session: null };
        case 'user':
            return { account: root, own: iam(`user${caller.userPath}${caller.userName}`), session: null };
        case 'role-session': {
            const { rolePath, roleName, session } = caller;
            const name = pieces(roleName);
            return {
                account: root,
                own: iam((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinText */ ._V)([`role${rolePath}`, ...name])),
                session: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinText */ ._V)([`arn:${partition}:sts::`, ...pieces(account), ':assumed-role/', ...name, `/${session}`]),
            };
        }
    }
}
function pieces(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(text) ? [text] : text;
}
/** Whether the Principal or NotPrincipal element makes the statement apply to the caller. */
function evaluatePrincipal(element, caller, trace) {
    if (element.kind === 'invalid') {
        trace?.unknowns.push({ kind: 'invalid', problem: `principal-${element.reason}` });
        return conclude(trace, 'U', 'invalid', null);
    }
    return element.kind === 'principal' ? positive(element, caller, trace) : negative(element, caller, trace);
}
function conclude(trace, value, why, entry) {
    trace?.reasons.push({ part: 'principal', value, why, entry });
    return value;
}
function positive(element, caller, trace) {
    if (element.everyone)
        return conclude(trace, 'T', 'everyone', '*');
    let unknown = null;
    for (const entry of element.entries) {
        const value = entryMatches(entry, caller);
        if (value === 'T') {
            const why = matchedBy(entry, caller);
            if (why === 'names-session')
                trace?.assumptions.push('A4');
            return conclude(trace, 'T', why, (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .display */ .Vy)(entry.value));
        }
        if (value === 'U')
            unknown ??= entry;
    }
    if (unknown !== null || element.partial) {
        noteUnknown(trace, unknown, caller);
        return conclude(trace, 'U', 'unknown', unknown === null ? null : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .display */ .Vy)(unknown.value));
    }
    return conclude(trace, 'F', 'no-match', null);
}
function matchedBy(entry, caller) {
    if (entry.value === '*')
        return 'everyone';
    const { own, session } = identitiesOf(caller);
    if (own !== null && (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(entry.value, own) === 'T')
        return 'names-role';
    if (session !== null && (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(entry.value, session) === 'T')
        return 'names-session';
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(entry.value) && entry.value.startsWith('AROA') ? 'names-role' : 'account';
}
/** Whether one entry of a Principal element names the caller (semantics note §2). */
function entryMatches(entry, caller) {
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeToken */ .tW)(entry.value)?.means === 'other-principal')
        return 'F';
    switch (entry.type) {
        case 'AWS':
            return awsEntryMatches(entry.value, caller);
        case 'Service':
            return caller.kind === 'service' ? (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(entry.value, caller.service) : 'F';
        case 'CanonicalUser':
            // It stands for a whole account; whose it is cannot be read from the id.
            return caller.kind === 'anonymous' || caller.kind === 'service' ? 'F' : 'U';
        case 'Federated':
            return 'F';
    }
}
function awsEntryMatches(value, caller) {
    // `{"AWS": "*"}` is documented for IAM-type principals; whether a Deny in this form reaches services is not.
    if (value === '*')
        return caller.kind === 'service' ? 'U' : 'T';
    if (caller.kind === 'anonymous' || caller.kind === 'service')
        return 'F';
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(value)) {
        if (isUniqueId(value))
            return uniqueIdMatches(value, caller);
        if (hasWildcard(value))
            return 'F';
    }
    const { account, own, session } = identitiesOf(caller);
    let result = 'F';
    for (const identity of account)
        result = (0,_tri_js__WEBPACK_IMPORTED_MODULE_2__.or)(result, (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(value, identity));
    if (own !== null)
        result = (0,_tri_js__WEBPACK_IMPORTED_MODULE_2__.or)(result, (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(value, own));
    if (session !== null)
        result = (0,_tri_js__WEBPACK_IMPORTED_MODULE_2__.or)(result, (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(value, session));
    return result;
}
/** S3 shows the unique id of an identity once it is deleted; ids are never reused (S3 User Guide, "Principals"). */
function isUniqueId(value) {
    return /^A(?:ROA|IDA)[A-Z0-9]+$/.test(value);
}
function hasWildcard(value) {
    return value.includes('*') || value.includes('?');
}
function uniqueIdMatches(value, caller) {
    if (!value.startsWith('AROA') || caller.kind !== 'role-session')
        return 'F';
    if (caller.roleId === null)
        return 'U';
    return value === caller.roleId ? 'T' : 'F';
}
function noteUnknown(trace, entry, caller) {
    if (!trace)
        return;
    if (entry === null)
        trace.unknowns.push({ kind: 'token', token: 'Principal' });
    else if (entry.type === 'CanonicalUser')
        trace.unknowns.push({ kind: 'canonical-user' });
    else if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(entry.value))
        trace.unknowns.push({ kind: 'token', token: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .display */ .Vy)(entry.value) });
    else if (entry.value.startsWith('AROA'))
        trace.unknowns.push({ kind: 'role-id' });
    else
        trace.unknowns.push(caller.kind === 'role-session' && (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(caller.account) ? { kind: 'role' } : { kind: 'account' });
}
/** Compares a NotPrincipal list with the layers of an identity; wildcards, wrong paths and malformed ARNs are inert. */
function listedLayers(element, caller) {
    const { account, own, session } = identitiesOf(caller);
    const listed = (identities) => {
        let result = element.partial ? 'U' : 'F';
        for (const entry of element.entries) {
            if (entry.type !== 'AWS' || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeToken */ .tW)(entry.value)?.means === 'other-principal')
                continue;
            if ((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(entry.value) && hasWildcard(entry.value))
                continue;
            for (const identity of identities)
                if (identity !== null)
                    result = (0,_tri_js__WEBPACK_IMPORTED_MODULE_2__.or)(result, (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(entry.value, identity));
        }
        return result;
    };
    return { account: listed(account), own: listed([own]), session: listed([session]) };
}
/**
 * NotPrincipal with Deny (semantics note §3): a permissions boundary voids the list; otherwise account, role and role
 * session must all be listed literally. "Does the Deny apply?"
 */
function negative(element, caller, trace) {
    if (caller.kind === 'service')
        return listedService(element, caller.service, trace);
    const bounded = 'boundary' in caller ? caller.boundary : 'none';
    if (bounded === 'present')
        return conclude(trace, 'T', 'boundary', null);
    const listed = listDenies(element, caller, trace);
    if (bounded === 'unknown' && listed !== 'T') {
        trace?.unknowns.push({ kind: 'boundary' });
        return conclude(trace, 'U', 'boundary', null);
    }
    if (listed === 'F' && caller.kind === 'role-session')
        trace?.assumptions.push('A2', 'A4');
    return listed;
}
function listDenies(element, caller, trace) {
    const star = element.entries.some((entry) => entry.type === 'AWS' && entry.value === '*');
    if (element.everyone || star)
        return conclude(trace, 'F', 'exempts-everyone', '*');
    if (caller.kind === 'anonymous')
        return conclude(trace, element.partial ? 'U' : 'T', 'not-listed', null);
    const layers = listedLayers(element, caller);
    if (caller.kind === 'root')
        return conclude(trace, invert(layers.account), 'not-listed', null);
    if (caller.kind === 'user')
        return conclude(trace, chain(layers.account, 'T', layers.own), 'not-listed', null);
    return roleSessionDenied(element, caller, layers, trace);
}
function roleSessionDenied(element, caller, layers, trace) {
    const value = chain(layers.account, layers.own, layers.session);
    if (value === 'T')
        return conclude(trace, 'T', 'session-not-listed', caller.session);
    if (value === 'F')
        return conclude(trace, 'F', 'complete-list', null);
    const missing = [...(layers.account === 'F' ? ['the account root'] : []), ...(layers.own === 'F' ? ['the role'] : [])];
    if (missing.length > 0)
        trace?.unknowns.push({ kind: 'layers', missing });
    else
        noteListUnknown(trace, element, caller);
    return conclude(trace, 'U', missing.length > 0 ? 'incomplete-layers' : 'unknown', missing.join(' and ') || null);
}
function noteListUnknown(trace, element, caller) {
    if (!trace)
        return;
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(caller.account))
        trace.unknowns.push({ kind: 'account' });
    else if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(caller.roleName))
        trace.unknowns.push({ kind: 'role' });
    const token = element.entries.find((entry) => !(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(entry.value));
    if (token || element.partial) {
        trace.unknowns.push({ kind: 'token', token: token ? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .display */ .Vy)(token.value) : 'NotPrincipal' });
    }
}
/** The layer table of semantics note §3: an unlisted session is denied; a listed one needs role and account too. */
function chain(account, own, session) {
    if (session === 'F')
        return 'T';
    return (0,_tri_js__WEBPACK_IMPORTED_MODULE_2__/* .and */ .Uo)((0,_tri_js__WEBPACK_IMPORTED_MODULE_2__/* .and */ .Uo)(account, own), session) === 'T' ? 'F' : 'U';
}
function invert(listed) {
    return listed === 'T' ? 'F' : listed === 'F' ? 'T' : 'U';
}
function listedService(element, service, trace) {
    if (element.everyone)
        return conclude(trace, 'F', 'exempts-everyone', '*');
    let listed = element.partial ? 'U' : 'F';
    for (const entry of element.entries) {
        if (entry.type === 'Service')
            listed = (0,_tri_js__WEBPACK_IMPORTED_MODULE_2__.or)(listed, (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchExact */ .tq)(entry.value, service));
    }
    return conclude(trace, invert(listed), 'not-listed', null);
}


/***/ }),

/***/ 2080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ bucketOf),
/* harmony export */   iv: () => (/* binding */ evaluateResource)
/* harmony export */ });
/* unused harmony export Bucket */
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(370);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2047);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(351);



/** The bucket a request goes to; its name may be a token. */
class Bucket {
    /** `arn:P:s3:::B` */
    arn;
    #symbols = null;
    constructor(partition, name) {
        const pieces = (text) => ((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlain */ .$i)(text) ? [text] : text);
        this.arn = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .joinText */ ._V)(['arn:', ...pieces(partition), ':s3:::', ...pieces(name)]);
    }
    /** The ARN compiled; most policies are decided without it. */
    get bucketSymbols() {
        this.#symbols ??= (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(this.arn, false);
        return this.#symbols;
    }
    get objectPrefix() {
        return [...this.bucketSymbols, '/'.charCodeAt(0)];
    }
}
function bucketOf(partition, name) {
    return new Bucket(partition, name);
}
const NOTHING = { sure: 'none', possible: 'none' };
const SOME = { sure: 'some', possible: 'some' };
const EVERYTHING = { sure: 'all', possible: 'all' };
/**
 * Whether Resource or NotResource covers the bucket itself or its objects (semantics note §4): the two are different
 * resources, `B/*` does not match the bucket and `B` matches no object.
 */
function evaluateResource(element, target, bucket, variables, context, trace) {
    if (element.kind === 'invalid') {
        trace?.unknowns.push({ kind: 'invalid', problem: `resource-${element.reason}` });
        return noted({ value: 'U', scope: 'all' }, null, trace);
    }
    const entries = element.patterns.map((pattern) => ({
        pattern,
        entry: matchEntry(pattern, target, bucket, variables, context),
    }));
    const match = element.kind === 'positive' ? union(entries) : complement(entries);
    const deciding = entries.find(({ entry }) => entry.kind === 'unknown' || entry.range.possible !== 'none');
    if (match.value === 'U' && deciding)
        trace?.unknowns.push({ kind: 'token', token: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .display */ .Vy)(deciding.pattern) });
    return noted(match, deciding ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .display */ .Vy)(deciding.pattern) : null, trace);
}
function noted(match, pattern, trace) {
    trace?.reasons.push({ part: 'resource', value: match.value, scope: match.scope, pattern });
    return match;
}
function union(entries) {
    let sure = 'none';
    let possible = 'none';
    for (const { entry } of entries) {
        const range = entry.kind === 'unknown' ? { sure: 'none', possible: 'all' } : entry.range;
        sure = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(sure, range.sure);
        possible = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(possible, range.possible);
    }
    return fromRange(sure, possible);
}
/** NotResource: every entry none → all; some entry all → none; else some. */
function complement(entries) {
    let sure = 'all';
    let possible = 'all';
    for (const { entry } of entries) {
        const range = entry.kind === 'unknown' ? { sure: 'none', possible: 'all' } : entry.range;
        sure = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .atMost */ .Tu)(sure, rest(range.possible));
        possible = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .atMost */ .Tu)(possible, rest(range.sure));
    }
    return fromRange(sure, possible);
}
function rest(covered) {
    return covered === 'none' ? 'all' : covered === 'all' ? 'none' : 'some';
}
/** Blocked for a part whenever at least a part is sure; unknown only where nothing is sure but something possible. */
function fromRange(sure, possible) {
    if (sure === 'all')
        return { value: 'T', scope: 'all' };
    if (sure === 'some')
        return { value: 'T', scope: 'part' };
    if (possible === 'none')
        return { value: 'F', scope: 'all' };
    return { value: 'U', scope: possible === 'all' ? 'all' : 'part' };
}
function matchEntry(pattern, target, bucket, variables, context) {
    if (pattern === '*')
        return { kind: 'range', range: EVERYTHING };
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlain */ .$i)(pattern) && (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlain */ .$i)(bucket.arn) && !pattern.includes('${')) {
        const quick = quickMatch(pattern, target, bucket.arn);
        if (quick)
            return { kind: 'range', range: quick };
    }
    // A pattern of fewer than six parts is no ARN; what S3 makes of it is not documented (lint `resource-format`).
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlain */ .$i)(pattern) && pattern.split(':', 6).length < 6)
        return { kind: 'unknown' };
    const resolved = resolveArn(pattern, variables, context);
    if (resolved.kind === 'absent')
        return { kind: 'range', range: NOTHING };
    // A variable that may have no value makes nothing sure: without one the pattern matches nothing.
    const certain = resolved.kind === 'symbols';
    if (target === 'object') {
        const { sure, possible } = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .coverage */ .vk)(resolved.symbols, bucket.objectPrefix);
        return { kind: 'range', range: { sure: certain ? sure : 'none', possible } };
    }
    const value = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchSymbols */ .fi)(resolved.symbols, bucket.bucketSymbols);
    if (!certain && value === 'T')
        return { kind: 'unknown' };
    return value === 'U' ? { kind: 'unknown' } : { kind: 'range', range: value === 'T' ? EVERYTHING : NOTHING };
}
/** The forms nearly every policy uses, without compiling anything; null where a wildcard stands in the bucket's part. */
function quickMatch(pattern, target, arn) {
    if (!pattern.startsWith(arn) && pattern.split(':', 6).length < 6)
        return null;
    const wildcard = pattern.search(/[*?]/);
    if (wildcard !== -1 && wildcard <= arn.length)
        return target === 'bucket' ? whole((0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .globMatches */ .mw)(pattern, arn)) : null;
    if (target === 'bucket')
        return whole(pattern === arn);
    if (!pattern.startsWith(arn) || pattern[arn.length] !== '/')
        return NOTHING;
    const key = pattern.slice(arn.length + 1);
    if (key === '')
        return NOTHING;
    const all = /^[*?]+$/.test(key) && key.includes('*') && key.split('?').length <= 2;
    return all ? EVERYTHING : SOME;
}
function whole(matches) {
    return matches ? EVERYTHING : NOTHING;
}
/** Variables are allowed only after the fifth colon of a resource; before it they stay literal text. */
function resolveArn(pattern, variables, context) {
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlain */ .$i)(pattern))
        return (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .resolve */ .h)(pattern, true, variables, context);
    let at = -1;
    for (let colons = 0; colons < 5; colons++)
        at = pattern.indexOf(':', at + 1);
    const tail = (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .resolve */ .h)(pattern.slice(at + 1), true, variables, context);
    if (tail.kind === 'absent')
        return tail;
    return { ...tail, symbols: [...(0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(pattern.slice(0, at + 1), true), ...tail.symbols] };
}


/***/ }),

/***/ 2047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   V2: () => (/* binding */ substitute),
/* harmony export */   Vy: () => (/* binding */ display),
/* harmony export */   _V: () => (/* binding */ joinText),
/* harmony export */   tW: () => (/* binding */ wholeToken),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
function isPlain(text) {
    return typeof text === 'string';
}
/** The single token that a text consists of, or null. */
function wholeToken(text) {
    if (isPlain(text) || text.length !== 1)
        return null;
    const [piece] = text;
    return piece === undefined || typeof piece === 'string' ? null : piece;
}
/** Joins pieces, merging neighbouring strings; the result is a plain string when no token is left. */
function joinText(pieces) {
    const merged = [];
    for (const piece of pieces) {
        const last = merged.at(-1);
        if (typeof piece === 'string' && typeof last === 'string')
            merged[merged.length - 1] = last + piece;
        else if (piece !== '')
            merged.push(piece);
    }
    if (merged.length === 0)
        return '';
    const [only] = merged;
    return merged.length === 1 && typeof only === 'string' ? only : merged;
}
/** The text for a reader, tokens as `${…}`. */
function display(text) {
    return isPlain(text) ? text : text.map((piece) => (typeof piece === 'string' ? piece : `\${${piece.token}}`)).join('');
}
/** Maps every string piece and keeps the tokens. */
function mapStrings(text, change) {
    return isPlain(text) ? change(text) : text.map((piece) => (typeof piece === 'string' ? change(piece) : piece));
}
/** Puts known values in the place of tokens with a meaning. */
function substitute(text, known) {
    if (isPlain(text))
        return text;
    const pieces = [];
    for (const piece of text) {
        const value = typeof piece === 'string' ? piece : (known(piece) ?? piece);
        if (typeof value === 'string' || 'token' in value)
            pieces.push(value);
        else
            pieces.push(...value);
    }
    return joinText(pieces);
}


/***/ }),

/***/ 5871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ not),
/* harmony export */   Uo: () => (/* binding */ and),
/* harmony export */   d5: () => (/* binding */ agree),
/* harmony export */   or: () => (/* binding */ or),
/* harmony export */   xb: () => (/* binding */ fromBoolean)
/* harmony export */ });
function not(value) {
    return value === 'T' ? 'F' : value === 'F' ? 'T' : 'U';
}
function and(a, b) {
    if (a === 'F' || b === 'F')
        return 'F';
    return a === 'T' && b === 'T' ? 'T' : 'U';
}
function or(a, b) {
    if (a === 'T' || b === 'T')
        return 'T';
    return a === 'F' && b === 'F' ? 'F' : 'U';
}
function fromBoolean(value) {
    return value ? 'T' : 'F';
}
/** One answer for several possible worlds: the common one, or unknown where they differ. */
function agree(answers) {
    const [first, ...rest] = answers;
    if (first === undefined)
        return 'U';
    return rest.every((answer) => answer === first) ? first : 'U';
}


/***/ }),

/***/ 351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ hasVariable),
/* harmony export */   h: () => (/* binding */ resolve)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(370);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2047);


/**
 * Puts policy variables in (IAM User Guide, "Policy elements: variables and tags"): `${key}`, `${key, 'default'}`, and
 * the escapes `${*}`, `${?}`, `${$}`. What a variable stands for is literal, wildcards in it are not special.
 *
 * @param wildcards whether `*` and `?` of the text itself are special
 */
function resolve(text, wildcards, variables, context) {
    if (!variables || !hasVariable(text))
        return { kind: 'symbols', symbols: (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(text, wildcards) };
    const symbols = [];
    let unknown = null;
    for (const piece of split(text, context)) {
        if (piece.kind === 'absent')
            return { kind: 'absent', key: piece.key };
        if (piece.kind === 'unknown') {
            unknown ??= piece.key;
            symbols.push({ token: `\${${piece.key}}` });
        }
        else
            for (const symbol of (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(piece.text, wildcards && !piece.literal))
                symbols.push(symbol);
    }
    return unknown === null ? { kind: 'symbols', symbols } : { kind: 'unknown', key: unknown, symbols };
}
function hasVariable(text) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(text) ? text.includes('${') : text.some((piece) => typeof piece === 'string' && piece.includes('${'));
}
function split(text, context) {
    const result = [];
    for (const piece of (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$i)(text) ? [text] : text) {
        if (typeof piece === 'string')
            splitString(piece, context, result);
        else
            result.push({ kind: 'text', text: [piece], literal: true });
    }
    return result;
}
function splitString(text, context, into) {
    let at = 0;
    while (at < text.length) {
        const open = text.indexOf('${', at);
        const close = open === -1 ? -1 : text.indexOf('}', open);
        if (close === -1)
            break;
        if (open > at)
            into.push({ kind: 'text', text: text.slice(at, open), literal: false });
        into.push(variable(text.slice(open + 2, close), context));
        at = close + 1;
    }
    if (at < text.length)
        into.push({ kind: 'text', text: text.slice(at), literal: false });
}
function variable(inside, context) {
    if (inside === '*' || inside === '?' || inside === '$')
        return { kind: 'text', text: inside, literal: true };
    const comma = inside.indexOf(',');
    const key = (comma === -1 ? inside : inside.slice(0, comma)).trim().toLowerCase();
    const fallback = comma === -1 ? null : unquote(inside.slice(comma + 1).trim());
    const state = context.lookup(key);
    if (state.presence === 'no') {
        return fallback === null ? { kind: 'absent', key } : { kind: 'text', text: fallback, literal: true };
    }
    const certain = state.presence === 'yes' || state.presentUnder !== undefined;
    if (!certain || state.multivalued || state.value.kind !== 'values')
        return { kind: 'unknown', key };
    const [only, ...others] = state.value.alternatives;
    const [value] = only ?? [];
    if (value === undefined || others.length > 0)
        return { kind: 'unknown', key };
    return { kind: 'text', text: value, literal: true };
}
function unquote(text) {
    return text.length >= 2 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}


/***/ }),

/***/ 6332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ FEATURES),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   l0: () => (/* binding */ REMEDIES)
/* harmony export */ });
/** The Clumio features a user can require; the names are those of the `features` input. */
const FEATURES = ['inventory', 'backup', 'continuous-backup', 'restore'];
const REMEDIES = ['not-principal', 'principal-arn'];
const FAIL_ON = ['error', 'warning', 'notice', 'never'];


/***/ }),

/***/ 3782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isStatementFinding)
/* harmony export */ });
function isStatementFinding(finding) {
    return 'statement' in finding;
}


/***/ }),

/***/ 1037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   Iu: () => (/* binding */ RULE_IDS),
/* harmony export */   se: () => (/* binding */ LEVEL_ORDER),
/* harmony export */   y0: () => (/* binding */ RULES)
/* harmony export */ });
/** The rule ids of the contract, in the order in which they are documented. */
const RULE_IDS = [
    'deny-blocks-clumio',
    'deny-may-block-clumio',
    'ineffective-exemption',
    'object-ownership',
    'policy-unknown',
    'policy-unreadable',
    'expired-ignore',
];
const LEVELS = ['error', 'warning', 'notice'];
/** Lower is worse. */
const LEVEL_ORDER = { error: 0, warning: 1, notice: 2 };
/** Title and documentation page of each rule; a rule without an entry does not compile. */
const RULES = {
    'deny-blocks-clumio': {
        title: 'Deny blocks Clumio',
        summary: 'A Deny statement of a bucket policy denies an action that Clumio needs to one of its sessions.',
    },
    'deny-may-block-clumio': {
        title: 'Deny may block Clumio',
        summary: 'Whether a Deny statement blocks Clumio depends on a fact that is not in the file.',
    },
    'ineffective-exemption': {
        title: 'Exemption has no effect',
        summary: 'A statement tries to exempt Clumio in a way that AWS does not honour.',
    },
    'object-ownership': {
        title: 'Objects may not belong to the bucket owner',
        summary: 'ACLs are enabled, so Clumio may be unable to read objects that other accounts wrote.',
    },
    'policy-unknown': {
        title: 'Policy known only after apply',
        summary: 'A planned bucket policy could be read neither from the plan nor from the sources.',
    },
    'policy-unreadable': {
        title: 'Policy cannot be read',
        summary: 'A file holds a bucket policy or a plan but cannot be parsed.',
    },
    'expired-ignore': {
        title: 'Ignore entry has expired',
        summary: 'An ignore entry of the configuration is past its date, so its finding is reported again.',
    },
};


/***/ }),

/***/ 6200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ forMarkdown),
/* harmony export */   Jc: () => (/* binding */ forAnnotation),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   Qf: () => (/* binding */ forTerminal),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   wq: () => (/* binding */ commandData),
/* harmony export */   z_: () => (/* binding */ shownFence)
/* harmony export */ });
/* unused harmony exports hasInvisible, visible, codeFence, forLog */
/**
 * One function per destination for text that somebody else wrote: file names, Sids, policy content, plan values,
 * parser messages. Nothing untrusted reaches a log, a Markdown page or a workflow command by another way.
 */
/**
 * Characters that are not seen or that reorder what is seen: controls, bidirectional and other format characters, half
 * surrogate pairs, everything that Unicode lets a renderer leave out, line and paragraph separators.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const ALL_INVISIBLE = new RegExp(INVISIBLE.source, 'gu');
/** True when a text holds a character that a reader cannot see; a tab, `\n` and `\r\n` are not counted. */
function hasInvisible(text) {
    return INVISIBLE.test(text.replaceAll('\r\n', '').replaceAll('\n', '').replaceAll('\t', ''));
}
/** Writes invisible characters as `\u{…}`; tabs and line ends stay, `\r\n` becomes `\n`. */
function visible(text) {
    return text
        .replaceAll('\r\n', '\n')
        .replace(ALL_INVISIBLE, (char) => (char === '\n' || char === '\t' ? char : escapeChar(char)));
}
function escapeChar(char) {
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
/** The same on one line: line ends become blanks. */
function oneLine(text) {
    return visible(text.replace(/\r\n|\r|\n/g, ' ')).replaceAll('\t', ' ');
}
/** The text as at most `limit` code points, with an ellipsis when something was left out. */
function shorten(text, limit) {
    // A code point is at most two UTF-16 units, so the cheap test settles the usual case.
    if (text.length <= limit)
        return text;
    const points = [...text];
    return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
}
/**
 * What stands for a character in Markdown prose. GitHub looks for mentions and issue references after rendering, so a
 * backslash does not stop them, a zero-width space written as an entity does; a dollar sign outside of math is written
 * in a span (GitHub's documentation of mathematical expressions).
 */
const IN_PROSE = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '@': '@&#8203;',
    '#': '\\#&#8203;',
    $: '<span>$</span>',
};
/**
 * Untrusted text as inline Markdown prose: no markup, HTML, table cell border, mention, issue reference, autolink or
 * marker comment comes out of it, wherever in a line it is put. What stands between two backticks is shown as code.
 */
function forMarkdown(text) {
    return oneLine(text)
        .split(/(?<!`)`([^`]+)`(?!`)/)
        .map((part, i) => (i % 2 === 1 ? codeSpan(part) : prose(part)))
        .join('');
}
function prose(text) {
    return text
        .replace(/[\\`*_[\]|~^&<>@#$]/g, (char) => IN_PROSE[char] ?? `\\${char}`)
        .replace(/^(\s*)(\d*)([-+=.)])/, '$1$2\\$3')
        .replaceAll('://', ':&#8203;//')
        .replace(/www\./gi, (match) => `${match.slice(0, 3)}&#8203;.`)
        .replace(/\bGH-/gi, (match) => `${match}&#8203;`);
}
/**
 * Untrusted text as a Markdown code span that is also safe in a table cell. GitHub looks for mentions and references
 * only outside code.
 */
function codeSpan(text) {
    const shown = defuseComments(oneLine(text)).replaceAll('|', '\\|');
    if (shown.trim() === '')
        return '(empty)';
    const ticks = '`'.repeat(longestRun(shown, '`') + 1);
    const pad = ticks.length > 1 || shown.startsWith(' ') || shown.endsWith(' ') ? ' ' : '';
    return `${ticks}${pad}${shown}${pad}${ticks}`;
}
/**
 * A fenced code block with the text verbatim, ending in its closing fence. The fence is longer than every run of
 * backticks in the text, wherever it stands, since GFM also closes a fence behind up to three blanks. An empty text
 * gives a block without a content line. `info` is the project's own word, never somebody else's text.
 */
function codeFence(text, info) {
    const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
    return text === '' ? `${fence}${info}\n${fence}` : `${fence}${info}\n${text}\n${fence}`;
}
/** The same for text that is shown, not applied: invisible characters are written out and cannot mislead. */
function shownFence(text, info) {
    return codeFence(defuseComments(visible(text)), info);
}
/** Takes the meaning from an HTML comment, the form of this tool's own markers. */
function defuseComments(text) {
    return text.replaceAll('<!--', '<! --');
}
function longestRun(text, char) {
    let longest = 0;
    let run = 0;
    for (const each of text) {
        run = each === char ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}
/**
 * Text for the log of a workflow run, every line made harmless. The runner takes `::name …::` for a command at the
 * start of a line behind any white space, and the old form `##[name …]` anywhere in it (actions/runner
 * `ActionCommand.cs`). A line that starts with a letter, a digit or a bracket cannot be trimmed to a command, every
 * other line gets a prefix. The result has no final line end.
 */
function forLog(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => {
        const shown = visible(line).replaceAll('##[', '## [');
        return /^[\p{L}\p{N}("'[]/u.test(shown) ? shown : `| ${shown}`;
    })
        .join('\n');
}
/** Escapes the data part of a workflow command (actions/toolkit `command.ts`). */
function commandData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Escapes a property value of a workflow command. */
function commandProperty(text) {
    return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** Untrusted text as the message of an annotation: invisible characters written out, the line structure kept. */
function forAnnotation(text) {
    return visible(text.replace(/\r\n|\r/g, '\n'));
}
/** Untrusted text on one line of a terminal: no escape sequence, no control or reordering character comes out of it. */
function forTerminal(text) {
    return oneLine(text);
}


/***/ }),

/***/ 1098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ hunksOf)
/* harmony export */ });
/* harmony import */ var _text_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7112);

/**
 * What whole-line edits change in a text, with `context` unchanged lines around; changes closer than that share a
 * hunk. Lines that an edit repeats at its ends are unchanged. Throws when edits overlap.
 */
function hunksOf(text, edits, context) {
    const before = lines(text);
    const after = lines((0,_text_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .applyLineEdits */ .kc)(text, edits));
    const hunks = [];
    let group = [];
    for (const change of changesOf(edits, before, after)) {
        const last = group.at(-1);
        if (last !== undefined && change.oldFrom - last.oldTo > 2 * context) {
            hunks.push(hunkOf(group, before, after, context));
            group = [];
        }
        group.push(change);
    }
    if (group.length > 0)
        hunks.push(hunkOf(group, before, after, context));
    return hunks;
}
function lines(text) {
    const texts = text.split('\n');
    const open = texts.at(-1) !== '';
    return { texts: open ? texts : texts.slice(0, -1), open };
}
function isOpen({ texts, open }, at) {
    return open && at === texts.length - 1;
}
function changesOf(edits, before, after) {
    const unique = new Map(edits.map((edit) => [`${edit.startLine}:${edit.endLine}:${edit.replacement}`, edit]));
    const sorted = [...unique.values()].sort((a, b) => a.startLine - b.startLine);
    const changes = [];
    let shift = 0;
    for (const { startLine, endLine, replacement } of sorted) {
        const count = replacement.split('\n').length;
        const newFrom = startLine - 1 + shift;
        const newTo = Math.min(newFrom + count, after.texts.length);
        const trimmed = trim({ oldFrom: startLine - 1, oldTo: endLine, newFrom, newTo }, before, after);
        if (trimmed.oldFrom < trimmed.oldTo || trimmed.newFrom < trimmed.newTo)
            changes.push(trimmed);
        shift += count - (endLine - startLine + 1);
    }
    return changes;
}
/** Leaves out lines at both ends that stay as they are, their line ends included. */
function trim({ oldFrom, oldTo, newFrom, newTo }, before, after) {
    const isSame = (old, now) => before.texts[old] === after.texts[now] && isOpen(before, old) === isOpen(after, now);
    const most = Math.min(oldTo - oldFrom, newTo - newFrom);
    let head = 0;
    while (head < most && isSame(oldFrom + head, newFrom + head))
        head++;
    let tail = 0;
    while (tail < most - head && isSame(oldTo - 1 - tail, newTo - 1 - tail))
        tail++;
    return { oldFrom: oldFrom + head, oldTo: oldTo - tail, newFrom: newFrom + head, newTo: newTo - tail };
}
function hunkOf(changes, before, after, context) {
    const result = [];
    const first = changes[0]?.oldFrom ?? 0;
    let oldLine = Math.max(0, first - context);
    let newLine = (changes[0]?.newFrom ?? 0) - (first - oldLine);
    const start = { oldStart: oldLine + 1, newStart: newLine + 1 };
    const same = (until) => {
        for (; oldLine < until; oldLine++, newLine++) {
            result.push(line('same', before, oldLine, oldLine, newLine));
        }
    };
    for (const change of changes) {
        same(change.oldFrom);
        for (; oldLine < change.oldTo; oldLine++)
            result.push(line('removed', before, oldLine, oldLine, null));
        for (; newLine < change.newTo; newLine++)
            result.push(line('added', after, newLine, null, newLine));
    }
    same(Math.min(before.texts.length, oldLine + context));
    const count = (kind) => result.filter((each) => each.kind !== kind).length;
    return { ...start, oldCount: count('added'), newCount: count('removed'), lines: result };
}
function line(kind, of, at, old, now) {
    return {
        kind,
        text: of.texts[at] ?? '',
        oldLine: old === null ? null : old + 1,
        newLine: now === null ? null : now + 1,
        open: isOpen(of, at),
    };
}


/***/ }),

/***/ 5868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   hm: () => (/* binding */ featureWord),
/* harmony export */   lN: () => (/* binding */ ruleLink),
/* harmony export */   nJ: () => (/* binding */ reasonList),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony exports featuresOf, listWords, listSome, bucketWords, statementName */
/* harmony import */ var _model_options_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6332);
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3782);
/* harmony import */ var _model_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1037);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6200);




const FEATURE_WORDS = {
    inventory: 'inventory',
    backup: 'backup',
    'continuous-backup': 'continuous backup',
    restore: 'restore',
};
function featureWord(feature) {
    return FEATURE_WORDS[feature];
}
/** The features of a list of blocked needs, in the order of the documentation. */
function featuresOf(blocked) {
    return _model_options_js__WEBPACK_IMPORTED_MODULE_2__/* .FEATURES */ .Gv.filter((feature) => blocked.some((each) => each.feature === feature));
}
/** `a`, `a and b`, `a, b and c`. */
function listWords(words) {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
/** At most `limit` of the words, the rest counted. */
function listSome(words, limit) {
    return words.length <= limit
        ? listWords(words)
        : `${words.slice(0, limit).join(', ')} and ${words.length - limit} more`;
}
function plural(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}
/** The buckets of findings as code spans, each once. */
function bucketWords(findings) {
    const buckets = new Set();
    for (const finding of findings) {
        const bucket = finding.policy?.bucket;
        if (bucket !== null && bucket !== undefined)
            buckets.add(bucket);
    }
    return listSome([...buckets].map((bucket) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(bucket)), 3);
}
/** Heads a comment or an entry: the bucket and what does not work on it. Markdown, without markup around it. */
function headline(findings) {
    const [worst] = findings;
    if (worst === undefined)
        return '';
    if (!(0,_model_report_js__WEBPACK_IMPORTED_MODULE_3__/* .isStatementFinding */ .R)(worst) || worst.rule === 'ineffective-exemption') {
        return `${_model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0[worst.rule].title}${onBuckets(findings)}`;
    }
    const statements = findings.filter(_model_report_js__WEBPACK_IMPORTED_MODULE_3__/* .isStatementFinding */ .R);
    const blocked = featuresOf(statements.flatMap((finding) => finding.blocked));
    if (blocked.length > 0)
        return `This Deny blocks Clumio's ${listWords(blocked.map(featureWord))}${onBuckets(findings)}`;
    const undecided = featuresOf(statements.flatMap((finding) => finding.undecided));
    if (undecided.length > 0) {
        return `This Deny may block Clumio's ${listWords(undecided.map(featureWord))}${onBuckets(findings)}`;
    }
    return `${_model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0[worst.rule].title}${onBuckets(findings)}`;
}
function onBuckets(findings) {
    const buckets = bucketWords(findings);
    return buckets === '' ? '' : ` on ${buckets}`;
}
/** Names the statement: its Sid, else its place in the policy. */
function statementName(finding) {
    const { index, sid } = finding.statement;
    if (sid !== null)
        return `statement ${codeSpan(sid)}`;
    return index === null ? 'a statement without Sid' : `statement ${index + 1}`;
}
/** The deciding reasons, as a list. */
function reasonList(because, limit) {
    const shown = because.slice(0, limit).map((reason) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .forMarkdown */ .Bm)(reason)}`);
    if (because.length > limit)
        shown.push(`- and ${plural(because.length - limit, 'further reason')}`);
    return shown.join('\n');
}
/** The rule id, linked to its page where the page is known. */
function ruleLink(rule, rulePages) {
    return rulePages === null ? `\`${rule}\`` : `[\`${rule}\`](${rulePages}${rule}.md)`;
}
/**
 * A collapsed block. `body` is finished Markdown; `summary` is shown as HTML, where Markdown's escapes mean nothing: the
 * project's own plain words only.
 */
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}


/***/ }),

/***/ 2773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   St: () => (/* binding */ hunkText),
/* harmony export */   WH: () => (/* binding */ unifiedDiff)
/* harmony export */ });
/* unused harmony export quotePath */
/* harmony import */ var _hunks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1098);

const CONTEXT = 3;
const MARKS = { same: ' ', removed: '-', added: '+' };
/**
 * Whole-line edits of one file as a unified diff that `git apply` takes; empty when nothing changes. `text` is the
 * file's text with its byte order mark, if it has one.
 */
function unifiedDiff(path, text, edits) {
    const hunks = (0,_hunks_js__WEBPACK_IMPORTED_MODULE_0__/* .hunksOf */ .H)(text, edits, CONTEXT);
    if (hunks.length === 0)
        return '';
    const [a, b] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
    // A tab ends a name with blanks, as `git diff` writes it.
    const end = path.includes(' ') && !a.startsWith('"') ? '\t' : '';
    return `diff --git ${a} ${b}\n--- ${a}${end}\n+++ ${b}${end}\n${hunks.map(hunkText).join('')}`;
}
/** A hunk as it stands in a diff, its last line end included. */
function hunkText({ oldStart, oldCount, newStart, newCount, lines }) {
    const body = lines.map(({ kind, text, open }) => `${MARKS[kind]}${text}\n${open ? '\\ No newline at end of file\n' : ''}`);
    return `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@\n${body.join('')}`;
}
const ESCAPES = {
    '"': '\\"',
    '\\': '\\\\',
    '\u0007': '\\a',
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\v': '\\v',
    '\f': '\\f',
    '\r': '\\r',
};
/** A file name as Git writes it: in double quotes with C escapes when it has bytes that are not plain (`core.quotePath`). */
function quotePath(path) {
    let quoted = '';
    for (const char of path) {
        const special = ESCAPES[char];
        if (special !== undefined)
            quoted += special;
        else if (char >= ' ' && char <= '~')
            quoted += char;
        else
            for (const byte of new TextEncoder().encode(char))
                quoted += `\\${byte.toString(8).padStart(3, '0')}`;
    }
    return quoted === path ? path : `"${quoted}"`;
}


/***/ }),

/***/ 1908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   U: () => (/* binding */ Fingerprints)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

/** Makes fingerprints of one run: identical identities get an ordinal, in the order of the statements. */
class Fingerprints {
    #seen = new Map();
    /** 32 hexadecimal digits, stable across line moves, statement reordering and reformatting. */
    of(identity) {
        const { rule, path, owner, sid, content } = identity;
        const what = sid === null || sid === '' ? `content ${canonical(content)}` : `sid ${sid}`;
        const key = JSON.stringify([rule, path, owner, what]);
        const ordinal = this.#seen.get(key) ?? 0;
        this.#seen.set(key, ordinal + 1);
        const text = ordinal === 0 ? key : `${key} ${ordinal}`;
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32);
    }
}
/** JSON with sorted members, and one-element lists as their element, as the policy language treats them alike. */
function canonical(value) {
    if (Array.isArray(value)) {
        return value.length === 1 ? canonical(value[0]) : `[${value.map(canonical).join(',')}]`;
    }
    if (typeof value === 'object' && value !== null) {
        const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
        return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
    }
    return JSON.stringify(value) ?? 'null';
}


/***/ }),

/***/ 6744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ judgePolicy),
  $: () => (/* binding */ placeOf)
});

// EXTERNAL MODULE: ./lib/clumio/integrations.js
var clumio_integrations = __nccwpck_require__(7933);
// EXTERNAL MODULE: ./lib/iam/action.js
var action = __nccwpck_require__(1502);
// EXTERNAL MODULE: ./lib/iam/evaluate.js + 5 modules
var evaluate = __nccwpck_require__(2028);
// EXTERNAL MODULE: ./lib/iam/principal.js
var principal = __nccwpck_require__(9448);
// EXTERNAL MODULE: ./lib/iam/variables.js
var iam_variables = __nccwpck_require__(351);
// EXTERNAL MODULE: ./lib/clumio/requests.js
var requests = __nccwpck_require__(1424);
;// CONCATENATED MODULE: ./lib/clumio/judge.js





/**
 * Judges one statement for every session and need. The parts are judged apart and only as often as they can differ: the
 * principal by session, the action by need, the resource by target, the conditions by what their keys depend on.
 */
function judgeStatement(statement, variables, question) {
    const effect = (0,evaluate/* evaluateEffect */.nu)(statement);
    const parts = new StatementParts(statement, variables, question);
    const harmless = effect.value === 'F' ? effect : parts.decidingAll();
    if (harmless !== null)
        return notBlocked(harmless, () => parts.example(effect));
    const blocked = [];
    const undecided = [];
    const green = new Set();
    for (const caller of question.callers) {
        for (const need of question.needs) {
            const { value, trace } = parts.whole(effect, caller, need);
            if (value === 'F')
                for (const id of trace.assumptions)
                    green.add(id);
            else {
                const scope = parts.resource(caller, need).scope;
                (value === 'T' ? blocked : undecided).push({ caller, need, value, scope, trace });
            }
        }
    }
    const deciding = blocked.length > 0 ? blocked : undecided;
    const [first] = deciding;
    if (first === undefined)
        return { ...notBlocked(effect, () => parts.example(effect)), assumptions: green };
    return {
        verdict: blocked.length > 0 ? 'blocked' : 'undecided',
        scope: scopeOf(deciding, question.callers.length),
        blocked,
        undecided,
        assumptions: new Set(deciding.flatMap((cell) => cell.trace.assumptions)),
        example: () => first.trace,
    };
}
function notBlocked(part, example) {
    const assumptions = new Set(part.trace.assumptions);
    return { verdict: 'not-blocked', scope: 'all', blocked: [], undecided: [], assumptions, example };
}
/** `all` when every deciding action is denied on the whole of what it needs, for every session (decision 7). */
function scopeOf(cells, sessions) {
    if (!cells.every((cell) => cell.scope === 'all'))
        return 'part';
    const needs = new Set(cells.map((cell) => cell.need));
    return cells.length === needs.size * sessions ? 'all' : 'part';
}
/** The parts of one statement, each judged once for what it depends on. */
class StatementParts {
    #statement;
    #variables;
    #question;
    #principals = new Map();
    #actions = new Map();
    #resources = new Map();
    #conditions = new Map();
    #wholes = new Map();
    #same = new Map();
    #numbers = new Map();
    /** Whether policy variables stand in a resource. */
    #inResource;
    #severalRoles;
    #bySession;
    #byAction;
    constructor(statement, variables, question) {
        this.#statement = statement;
        this.#variables = variables;
        this.#question = question;
        const keys = statement.conditions.length === 0 ? '' : JSON.stringify(statement.conditions).toLowerCase();
        const [first, ...others] = question.callers;
        this.#severalRoles = others.some((caller) => caller.roleName !== first?.roleName || caller.account !== first.account);
        this.#inResource = hasVariables(statement, variables);
        this.#bySession = this.#severalRoles || keys.includes('aws:userid') || this.#inResource;
        this.#byAction = keys.includes('s3:') || this.#inResource;
    }
    /**
     * A part that alone makes the statement harmless for every cell: conditions that do not hold and depend on nothing, or
     * a principal that is nobody of Clumio. Null when the cells must be looked at one by one.
     */
    decidingAll() {
        const { callers, needs } = this.#question;
        const [caller] = callers;
        const [need] = needs;
        if (caller === undefined || need === undefined)
            return null;
        if (this.#statement.conditions.length > 0 && !this.#bySession && !this.#byAction) {
            const conditions = this.conditions(caller, need);
            if (conditions.value === 'F')
                return conditions;
        }
        const principal = this.principal(caller);
        return principal.value === 'F' && callers.every((other) => this.principal(other).value === 'F') ? principal : null;
    }
    /** Reasons of a cell for a statement that blocks nothing: one whose action it covers, when there is one. */
    example(effect) {
        const { callers, needs } = this.#question;
        const [caller] = callers;
        const need = needs.find((one) => this.action(one).value !== 'F') ?? needs[0];
        return caller === undefined || need === undefined ? effect.trace : this.whole(effect, caller, need).trace;
    }
    /** The whole statement; equal parts give the same whole, which most cells of a statement share. */
    whole(effect, caller, need) {
        const principal = this.principal(caller);
        const action = this.action(need);
        if (principal.value === 'F' || action.value === 'F')
            return this.#join([effect, principal, action]);
        return this.#join([effect, principal, action, this.resource(caller, need), this.conditions(caller, need)]);
    }
    #join(parts) {
        const key = parts.map((part) => this.#numberOf(part)).join(' ');
        return memo(this.#wholes, key, () => (0,evaluate/* conjunction */.Du)(parts));
    }
    #numberOf(part) {
        const known = this.#numbers.get(part);
        if (known !== undefined)
            return known;
        this.#numbers.set(part, this.#numbers.size);
        return this.#numbers.size - 1;
    }
    /** Parts that say the same are one part. */
    #shared(part) {
        const [reason] = part.trace.reasons;
        const key = reason?.part === 'principal' ? `${part.value} ${reason.why} ${reason.entry}` : JSON.stringify(reason);
        return memo(this.#same, key, () => part);
    }
    principal(caller) {
        return memo(this.#principals, caller, () => this.#shared((0,evaluate/* traced */.mn)((trace) => (0,principal/* evaluatePrincipal */.gD)(this.#statement.principal, caller, trace))));
    }
    action(need) {
        return memo(this.#actions, need.lower, () => this.#shared((0,evaluate/* traced */.mn)((trace) => (0,action/* evaluateAction */.Q)(this.#statement.action, need.lower, trace))));
    }
    resource(caller, need) {
        const key = need.target + (this.#inResource ? this.#key(caller, need) : '');
        return memo(this.#resources, key, () => (0,evaluate/* evaluateTarget */.hx)(this.#statement, this.#variables, this.#request(caller, need)));
    }
    conditions(caller, need) {
        return memo(this.#conditions, this.#key(caller, need), () => (0,evaluate/* evaluateConditions */.wz)(this.#statement, this.#variables, this.#request(caller, need).context));
    }
    #request(caller, need) {
        const { bucket, facts } = this.#question;
        return { target: need.target, bucket, context: (0,requests/* clumioContext */.HQ)(caller, need.lower, facts) };
    }
    #key(caller, need) {
        return `${this.#bySession ? this.#question.callers.indexOf(caller) : ''}|${this.#byAction ? need.lower : ''}`;
    }
}
function hasVariables(statement, variables) {
    return variables && statement.resource.kind !== 'invalid' && statement.resource.patterns.some(iam_variables/* hasVariable */.$);
}
function memo(cache, key, make) {
    const cached = cache.get(key);
    if (cached !== undefined)
        return cached;
    const made = make();
    cache.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./lib/clumio/needs.js
/**
 * The S3 actions that the Clumio role's policies grant, by feature: github.com/clumio-code/terraform-clumio-aws-template
 * at 4db6fae (common.tf, s3.tf), read 2026-09. Account-level actions are not authorised against a bucket policy and are
 * left out.
 */
const ACTIONS = {
    inventory: {
        bucket: [
            'GetBucketLocation',
            'GetEncryptionConfiguration',
            'GetBucketVersioning',
            'GetBucketPolicy',
            'GetBucketPublicAccessBlock',
            'GetBucketTagging',
            'GetReplicationConfiguration',
            'GetLifecycleConfiguration',
            'GetBucketLogging',
            'GetBucketObjectLockConfiguration',
            'GetMetricsConfiguration',
        ],
        object: [],
    },
    backup: {
        bucket: [
            'GetInventoryConfiguration',
            'PutInventoryConfiguration',
            'ListBucket',
            'ListBucketVersions',
            'ListBucketMultipartUploads',
        ],
        object: ['GetObject', 'GetObjectTagging', 'GetObjectVersion', 'GetObjectVersionTagging'],
    },
    'continuous-backup': { bucket: ['GetBucketNotification', 'PutBucketNotification'], object: [] },
    restore: {
        bucket: ['GetBucketVersioning', 'ListBucketVersions'],
        object: [
            'PutObject',
            'PutObjectAcl',
            'PutObjectTagging',
            'DeleteObject',
            'AbortMultipartUpload',
            'GetObject',
            'GetObjectTagging',
        ],
    },
};
/** Everything that the given features need, in a stable order. */
function needsOf(features) {
    const key = features.join(' ');
    const known = cache.get(key);
    if (known)
        return known;
    const needs = features.flatMap((feature) => [
        ...ACTIONS[feature].bucket.map((name) => need(feature, name, 'bucket')),
        ...ACTIONS[feature].object.map((name) => need(feature, name, 'object')),
    ]);
    cache.set(key, needs);
    return needs;
}
/** Asked for every policy with the same few features. */
const cache = new Map();
function need(feature, name, target) {
    return { feature, action: `s3:${name}`, lower: `s3:${name.toLowerCase()}`, target };
}

// EXTERNAL MODULE: ./lib/documents/policy.js
var documents_policy = __nccwpck_require__(5211);
// EXTERNAL MODULE: ./lib/iam/text.js
var iam_text = __nccwpck_require__(2047);
;// CONCATENATED MODULE: ./lib/iam/bind.js

/** The document with the bucket's account and partition put in where a token stands for them. */
function bindDocument(document, facts) {
    const known = (token) => {
        if (token.means === 'partition')
            return facts.partition;
        // One token for the unknown account everywhere, so that it equals itself.
        if (token.means === 'account')
            return facts.account ?? [{ token: 'account', holds: 'digits' }];
        return null;
    };
    const bind = (text) => (0,iam_text/* substitute */.V2)(text, known);
    return { ...document, statements: document.statements.map((statement) => bindStatement(statement, bind)) };
}
function bindStatement(statement, bind) {
    return {
        ...statement,
        principal: bindPrincipal(statement.principal, bind),
        action: bindPatterns(statement.action, bind),
        resource: bindPatterns(statement.resource, bind),
        conditions: statement.conditions.map((condition) => bindCondition(condition, bind)),
    };
}
function bindPrincipal(element, bind) {
    if (element.kind === 'invalid')
        return element;
    return { ...element, entries: element.entries.map((entry) => ({ ...entry, value: bind(entry.value) })) };
}
function bindPatterns(element, bind) {
    return element.kind === 'invalid' ? element : { ...element, patterns: element.patterns.map(bind) };
}
function bindCondition(condition, bind) {
    return { ...condition, values: condition.values.map(bind) };
}

// EXTERNAL MODULE: ./lib/iam/resource.js
var resource = __nccwpck_require__(2080);
;// CONCATENATED MODULE: ./lib/rules/judged.js






const SEVERITY = { blocked: 2, undecided: 1, 'not-blocked': 0 };
/**
 * Judges every Deny statement of a policy against each bucket that the policy names.
 *
 * @param only the index of the one statement to judge
 */
function judgePolicy(policy, options, only) {
    const partition = options.integrations.find((one) => one.partition !== null)?.partition ?? 'aws';
    const buckets = (0,documents_policy/* bucketsOf */.HP)(policy, partition);
    const harmless = policy.document.statements.every(({ effect }) => effect === 'Allow');
    if (harmless)
        return { policy, place: placeOf(policy, buckets[0] ?? null), statements: [], assumptions: new Set() };
    const worst = new Map();
    const assumptions = new Set();
    for (const bucket of buckets) {
        const setting = settingOf(policy, bucket, options);
        for (const statement of setting.document.statements) {
            if (statement.effect === 'Allow' || (only !== undefined && statement.index !== only))
                continue;
            const verdict = withSources(policy, withoutStated(judgeStatement(statement, setting.document.variables, setting.question), setting.integrations));
            for (const id of verdict.assumptions)
                assumptions.add(id);
            const known = worst.get(statement.index);
            if (!known || isWorse(verdict, known.verdict)) {
                worst.set(statement.index, { statement, verdict, bucket, ...setting });
            }
        }
    }
    const place = placeOf(policy, buckets[0] ?? null);
    const statements = [...worst.values()].sort((a, b) => a.statement.index - b.statement.index);
    return { policy, place, statements, assumptions };
}
/** That the role has no boundary is an assumption only where nobody said so. */
function withoutStated(verdict, integrations) {
    if (!verdict.assumptions.has('A2') || integrations.some(({ boundaryStated }) => !boundaryStated))
        return verdict;
    return { ...verdict, assumptions: new Set([...verdict.assumptions].filter((id) => id !== 'A2')) };
}
function withSources({ fromSources }, verdict) {
    return fromSources === true ? { ...verdict, assumptions: new Set([...verdict.assumptions, 'A6']) } : verdict;
}
function isWorse(a, b) {
    if (SEVERITY[a.verdict] !== SEVERITY[b.verdict])
        return SEVERITY[a.verdict] > SEVERITY[b.verdict];
    return a.blocked.length > b.blocked.length;
}
/** Where a policy stands, for selectors. */
function placeOf(policy, bucket) {
    return { path: policy.origin.path, bucket: (0,documents_policy/* bucketName */.EL)(bucket), address: policy.origin.address };
}
function settingOf(policy, bucket, options) {
    const place = placeOf(policy, bucket);
    const integrations = (0,clumio_integrations/* integrationsFor */.BG)(options.integrations, place, bucket.partition, options.account);
    const callers = integrations.flatMap((integration) => (0,clumio_integrations/* callersOf */.Gt)(integration, bucket.partition));
    const account = integrations.find((one) => one.account !== null)?.account ?? null;
    const facts = { account, partition: bucket.partition };
    const document = policy.hasTokens ? bindDocument(policy.document, facts) : policy.document;
    return {
        document,
        integrations,
        question: {
            callers,
            needs: needsOf(options.features),
            bucket: (0,resource/* bucketOf */.AU)(bucket.partition, bucket.name),
            facts: { context: options.context, region: (0,clumio_integrations/* regionOf */.AP)(integrations), today: options.today },
        },
    };
}


/***/ }),

/***/ 4689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ ASSUMPTIONS),
/* harmony export */   IK: () => (/* binding */ reasonWords),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Kp: () => (/* binding */ testWords),
/* harmony export */   Vy: () => (/* binding */ statementName),
/* harmony export */   Zu: () => (/* binding */ featureList),
/* harmony export */   yZ: () => (/* binding */ joinWords)
/* harmony export */ });
/* unused harmony export quoted */
/* harmony import */ var _iam_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2047);

/** The declared assumptions, for the reader (semantics note §1). */
const ASSUMPTIONS = {
    A1: 'Clumio reaches the bucket from its own network: not from a VPC, VPC endpoint or private address range that a policy names.',
    A2: 'The Clumio role has no permissions boundary; a NotPrincipal exemption holds only then. `aws iam get-role --role-name <role> --query Role.PermissionsBoundary` prints null when that is so.',
    A3: 'Clumio calls S3 directly over HTTPS, signed with Signature Version 4, and not through an access point.',
    A4: 'Clumio uses the four role session names that the vendor documents.',
    A5: "The bucket's account is in an organization, and the Clumio role lives in that account.",
    A6: 'The policy is known only after apply and was judged from its Terraform sources; what is applied may differ.',
};
const FEATURE_WORDS = {
    inventory: 'inventory',
    backup: 'backup',
    'continuous-backup': 'continuous backup',
    restore: 'restore',
};
/** `backup, inventory and restore` */
function featureList(features) {
    return joinWords([...new Set(features)].map((feature) => FEATURE_WORDS[feature]));
}
function joinWords(words, last = 'and') {
    if (words.length <= 1)
        return words.join('');
    return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
const MAX_VALUES = 3;
/** The values of a list for a sentence, cut to a few. */
function quoted(values, last = 'or') {
    const shown = values.slice(0, MAX_VALUES).map((value) => `"${cut(value)}"`);
    const more = values.length - shown.length;
    return joinWords(more > 0 ? [...shown, `${more} more`] : shown, last);
}
/** Texts of policies have no bound; sentences do. */
function cut(text, length = 120) {
    return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
/** `"Sid"`, or the statement's position when it has none. */
function statementName(sid, index) {
    return sid === null || sid === '' ? `Deny statement ${index + 1}` : `Deny statement "${cut(sid, 80)}"`;
}
/** One reason as a short sentence. */
function reasonWords(reason) {
    switch (reason.part) {
        case 'effect':
            return 'Effect is neither "Allow" nor "Deny" (it is case-sensitive), so S3 refuses the statement';
        case 'principal':
            return principalWords(reason);
        case 'action':
            return actionWords(reason);
        case 'resource':
            return resourceWords(reason);
        case 'condition':
            return conditionWords(reason);
    }
}
function principalWords({ why, entry, value }) {
    const name = entry === null ? '' : ` "${cut(entry)}"`;
    switch (why) {
        case 'everyone':
            return 'Principal "*" includes the Clumio role';
        case 'account':
            return `Principal${name} stands for every principal of the account, the Clumio role included`;
        case 'names-role':
            return `Principal names the Clumio role itself:${name}`;
        case 'names-session':
            return `Principal names a Clumio session:${name}`;
        case 'no-match':
            return 'no entry of Principal is the Clumio role, its account or its session';
        case 'boundary':
            return value === 'T'
                ? 'the Clumio role has a permissions boundary, and AWS applies a Deny with NotPrincipal to such a role whatever the list contains'
                : 'whether NotPrincipal exempts the Clumio role depends on whether it has a permissions boundary';
        case 'session-not-listed':
            return `NotPrincipal does not list the role session${name}`;
        case 'complete-list':
            return 'NotPrincipal lists the account, the role and the session';
        case 'incomplete-layers':
            return `NotPrincipal lists the session but not ${entry ?? 'every layer'}, which AWS may check first`;
        case 'exempts-everyone':
            return 'NotPrincipal "*" exempts everybody: the statement denies nobody';
        case 'not-listed':
            return value === 'F' ? 'NotPrincipal lists the caller' : 'NotPrincipal does not list the caller';
        case 'unknown':
            return `whether${name || ' the principal'} is the Clumio role cannot be read from the file`;
        case 'invalid':
            return 'the principal element is not valid, so S3 refuses the statement';
    }
}
function actionWords({ value, negative, pattern }) {
    const name = pattern === null ? '' : ` "${cut(pattern)}"`;
    if (value === 'U')
        return `which actions are meant cannot be read from the file${name && ` (${name.trim()})`}`;
    if (negative)
        return value === 'T' ? 'NotAction does not leave out what Clumio needs' : `NotAction${name} leaves the action out`;
    return value === 'T' ? `Action${name} covers what Clumio needs` : 'Action covers nothing that Clumio needs';
}
function resourceWords({ value, scope, pattern }) {
    const name = pattern === null ? '' : ` "${cut(pattern)}"`;
    if (value === 'U')
        return `whether the statement covers this bucket cannot be read from the file${name && ` (${name.trim()})`}`;
    if (value === 'F')
        return 'Resource does not cover what Clumio reads or writes';
    return scope === 'part' ? `Resource${name} covers part of the objects` : 'Resource covers what Clumio reads or writes';
}
/** The test of a condition as a person would say it: `aws:SourceVpc is not "vpc-1"`. */
function testWords(condition) {
    const { operator, key, values, set } = condition;
    const list = quoted(values.map(_iam_text_js__WEBPACK_IMPORTED_MODULE_0__/* .display */ .Vy));
    if (operator === 'Null')
        return values[0] === 'true' ? `${key} is absent` : `${key} is present`;
    const positive = operator.replace('Not', '');
    const verb = VERBS[positive] ?? `${operator}`;
    const words = operator.includes('Not') && VERBS[positive] ? negated(verb) : verb;
    const prefix = set === 'all' ? 'every value of ' : set === 'any' ? 'some value of ' : '';
    return `${prefix}${cut(key, 80)} ${words} ${list}`;
}
const VERBS = {
    StringEquals: 'is',
    StringEqualsIgnoreCase: 'is (in any case)',
    StringLike: 'is like',
    ArnEquals: 'is like',
    ArnLike: 'is like',
    IpAddress: 'is in',
    NumericEquals: 'is',
    NumericLessThan: 'is less than',
    NumericLessThanEquals: 'is at most',
    NumericGreaterThan: 'is greater than',
    NumericGreaterThanEquals: 'is at least',
    DateEquals: 'is',
    DateLessThan: 'is before',
    DateLessThanEquals: 'is not after',
    DateGreaterThan: 'is after',
    DateGreaterThanEquals: 'is not before',
    Bool: 'is',
    BinaryEquals: 'is',
};
function negated(verb) {
    return verb.replace('is', 'is not');
}
function conditionWords(reason) {
    const { condition, value, state } = reason;
    const test = testWords(condition);
    if (value === 'U')
        return `whether ${test} cannot be decided from the file`;
    const verdict = value === 'T' ? 'holds' : 'does not hold';
    return `the test that ${test} ${verdict} for Clumio: ${stateWords(condition.key, state, reason.holds)}`;
}
/** How the token of the organization is displayed. */
const ORGANIZATION_TOKEN = (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_0__/* .display */ .Vy)([{ token: 'organization' }]);
function stateWords(key, state, holds) {
    if (state === 'absent')
        return 'its requests do not carry the key';
    if (holds === 'foreign')
        return 'its requests come from none of the networks named here';
    if (holds === 'public-address')
        return 'its requests come from public addresses';
    if (holds === 'now')
        return 'the date has passed';
    if (holds === 'unknown')
        return 'whatever the key holds';
    const value = holds === null ? 'known' : `"${cut(holds.replaceAll(ORGANIZATION_TOKEN, "the account's organization"))}"`;
    return state === 'maybe' && !/orgid$/i.test(key) ? `the key is absent or ${value}` : `the key is ${value}`;
}


/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runCli)
});

// UNUSED EXPORTS: EXIT

// EXTERNAL MODULE: ./lib/model/rules.js
var rules = __nccwpck_require__(1037);
;// CONCATENATED MODULE: ./lib/conclusion.js

/** Success or failure of a run: a pure function of the levels found and of `fail-on`. Computed before anything is posted. */
function conclusionOf(levels, failOn) {
    if (failOn === 'never')
        return 'success';
    for (const level of levels)
        if (rules/* LEVEL_ORDER */.se[level] <= rules/* LEVEL_ORDER */.se[failOn])
            return 'failure';
    return 'success';
}

// EXTERNAL MODULE: ./lib/documents/policy.js
var documents_policy = __nccwpck_require__(5211);
// EXTERNAL MODULE: ./lib/documents/read.js + 4 modules
var read = __nccwpck_require__(9934);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2685);
// EXTERNAL MODULE: ./lib/clumio/integrations.js
var integrations = __nccwpck_require__(7933);
// EXTERNAL MODULE: ./lib/clumio/s3-keys.js
var s3_keys = __nccwpck_require__(9921);
// EXTERNAL MODULE: ./lib/iam/text.js
var iam_text = __nccwpck_require__(2047);
// EXTERNAL MODULE: ./lib/clumio/roles.js
var clumio_roles = __nccwpck_require__(2673);
;// CONCATENATED MODULE: ./lib/rules/likely.js


/**
 * A hint, never a verdict: an undecided statement that most likely leaves Clumio alone (decision 14). It exempts the own
 * organization or account by a literal id, or the role's default tag; or it lists addresses beside an exception for the
 * role's tags; or it exempts a Clumio role while nobody said which role is the right one.
 */
function likelyNotBlocked(subject) {
    const open = subject.verdict.example().reasons.filter((reason) => reason.value === 'U');
    const conditions = open.filter((reason) => reason.part === 'condition').map(({ condition }) => condition);
    if (conditions.some(exemptsOwn))
        return true;
    const addresses = conditions.some((condition) => condition.operator === 'NotIpAddress');
    const tags = conditions.some((condition) => isNegated(condition) && isPrincipalTag(condition));
    return (addresses && tags) || open.some((reason) => namesAClumioRole(subject, reason));
}
function isNegated(condition) {
    return condition.operator.includes('Not');
}
function isPrincipalTag(condition) {
    return condition.key.toLowerCase().startsWith('aws:principaltag/');
}
const OWN = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount']);
function exemptsOwn(condition) {
    if (!isNegated(condition))
        return false;
    const key = condition.key.toLowerCase();
    if (OWN.has(key))
        return true;
    // The vendor's module tags the role `Vendor = Clumio` unless the user overrides it.
    return (key === 'aws:principaltag/vendor' && condition.values.some((value) => (0,iam_text/* display */.Vy)(value).toLowerCase() === 'clumio'));
}
/** Only where the role has no name: then a list or condition that names a role of the vendor's format is likely right. */
function namesAClumioRole(subject, reason) {
    if (subject.integrations.some((integration) => integration.roleName !== null))
        return false;
    const { statement } = subject;
    const names = reason.part === 'principal' && statement.principal.kind === 'not-principal'
        ? statement.principal.entries.map((entry) => (0,iam_text/* display */.Vy)(entry.value))
        : reason.part === 'condition' && isNegated(reason.condition)
            ? reason.condition.values.map(iam_text/* display */.Vy)
            : [];
    return names.some((name) => /:role\//.test(name) && (0,clumio_roles/* isVendorRoleName */.kR)(name.slice(name.lastIndexOf('/') + 1)));
}

// EXTERNAL MODULE: ./lib/rules/words.js
var words = __nccwpck_require__(4689);
;// CONCATENATED MODULE: ./lib/rules/missing.js


/** The facts that would settle an undecided statement, each once, with the line to paste where there is one. */
function missingFacts(traces, conditions) {
    const facts = new Map();
    for (const unknown of traces.flatMap((trace) => trace.unknowns)) {
        const fact = missingFact(unknown, conditions);
        if (!facts.has(fact.id))
            facts.set(fact.id, fact);
    }
    return [...facts.values()];
}
function missingFact(unknown, conditions) {
    switch (unknown.kind) {
        case 'context':
            return contextFact(unknown.key, conditions);
        case 'account':
            return {
                id: 'account',
                text: "the account of the bucket and of its Clumio role (input aws-account-id, or the role's ARN)",
                configuration: '"integrations": [ { "role": "arn:aws:iam::<account>:role/clumio/<role name>" } ]',
            };
        case 'role':
            return {
                id: 'role',
                text: 'the name of the Clumio role (input clumio-role-id)',
                configuration: '"integrations": [ { "role": "arn:aws:iam::<account>:role/clumio/<role name>" } ]',
            };
        case 'role-id':
            return {
                id: 'role-id',
                text: 'the unique id of the Clumio role (`aws iam get-role --role-name <role> --query Role.RoleId`)',
                configuration: '"integrations": [ { "role": "<role ARN>", "roleId": "AROA…" } ]',
            };
        case 'boundary':
            return {
                id: 'boundary',
                text: 'whether the Clumio role has a permissions boundary (`aws iam get-role --role-name <role> --query Role.PermissionsBoundary`)',
                configuration: '"integrations": [ { "role": "<role ARN>", "permissionsBoundary": false } ]',
            };
        default:
            return { ...undocumentedFact(unknown), configuration: null };
    }
}
function undocumentedFact(unknown) {
    switch (unknown.kind) {
        case 'canonical-user':
            return { id: 'canonical-user', text: 'whose canonical user id it is; name the account by its id instead' };
        case 'layers':
            return {
                id: 'layers',
                text: `whether AWS checks ${unknown.missing.join(' and ')} before the session; list it in NotPrincipal to be sure`,
            };
        case 'token':
            return {
                id: 'expression',
                text: `the value of "${(0,words/* cut */.Jj)(unknown.token, 80)}"; check the rendered policy to know`,
            };
        case 'time':
            return { id: 'time', text: 'when the request is made: the date lies in the future' };
        case 'object-state':
            return { id: unknown.key, text: `${unknown.key} of each single object, which no file can tell` };
        case 'invalid':
            return {
                id: `invalid ${unknown.problem}`,
                text: PROBLEMS[unknown.problem] ?? `a valid statement (${unknown.problem})`,
            };
    }
}
const PROBLEMS = {
    effect: 'a valid Effect: it must be exactly "Allow" or "Deny"',
    'principal-missing': 'a principal: the statement has neither Principal nor NotPrincipal, so S3 refuses it',
    'principal-both': 'one principal element: Principal and NotPrincipal exclude each other, so S3 refuses the statement',
    'principal-bare-string': 'a valid Principal: a bare string other than "*" is not valid, so S3 refuses the statement',
    'principal-malformed': 'a valid Principal, so S3 refuses the statement',
    'action-missing': 'an action: the statement has neither Action nor NotAction',
    'action-both': 'one action element: Action and NotAction exclude each other',
    'action-empty': 'an action: the list is empty',
    'action-malformed': 'a valid Action',
    'resource-missing': 'a resource: the statement has neither Resource nor NotResource',
    'resource-both': 'one resource element: Resource and NotResource exclude each other',
    'resource-empty': 'a resource: the list is empty',
    'resource-malformed': 'a valid Resource',
    'empty-values': 'a value: the list of a condition is empty',
    'unknown-operator': 'a condition operator that exists',
    condition: 'a valid Condition block',
};
/** Keys for which a likely mistake is known. */
const MISTAKES = {
    'aws:tlsversion': 'aws:TLSVersion is no condition key; s3:TlsVersion is',
};
function contextFact(key, conditions) {
    const condition = conditions.find((one) => one.key.toLowerCase() === key);
    const written = condition?.key ?? key;
    const mistake = MISTAKES[key];
    if (mistake !== undefined)
        return { id: key, text: mistake, configuration: null };
    return {
        id: key,
        text: `what ${(0,words/* cut */.Jj)(written, 80)} is in Clumio's requests${hint(key)}`,
        configuration: `"context": { ${JSON.stringify((0,words/* cut */.Jj)(written, 80))}: ${sample(key, condition)} }`,
    };
}
function hint(key) {
    if (key === 'aws:principalorgid')
        return ": the id of the organization that the bucket's account is in";
    if (key === 'aws:sourceip')
        return ": the public addresses that Clumio's calls come from";
    if (key.startsWith('aws:principaltag/'))
        return ': the tag of the Clumio role, or null if it has none';
    if (key.startsWith('s3:x-amz-'))
        return ': the header that a restore sends, or null if it sends none';
    return ', or null if they never carry it';
}
/** The value of the policy when it is the one candidate, else a gap to fill. */
function sample(key, condition) {
    const [only, ...others] = condition?.values ?? [];
    const literal = key === 'aws:principalorgid' && others.length === 0 && only !== undefined && (0,iam_text/* isPlain */.$i)(only);
    if (literal && only.startsWith('o-'))
        return JSON.stringify((0,words/* cut */.Jj)(only, 80));
    if (key === 'aws:sourceip')
        return '["<CIDR>", "…"]';
    return key.startsWith('aws:principaltag/') || key.startsWith('s3:') ? 'null' : '"<value>"';
}

;// CONCATENATED MODULE: ./lib/rules/deny.js







/** The finding on a statement that blocks Clumio or may do so; null when it is harmless or the rule is off. */
function denyFinding(judged, subject, settings, fingerprints) {
    const { verdict } = subject.verdict;
    if (verdict === 'not-blocked')
        return null;
    const blocked = group(subject.verdict.blocked);
    const undecided = group(subject.verdict.undecided);
    const restoreOnly = verdict === 'blocked' && blocked.every(({ feature }) => feature === 'restore') && !settings.featuresSet;
    const rule = verdict === 'blocked' ? 'deny-blocks-clumio' : 'deny-may-block-clumio';
    const standard = verdict === 'blocked' ? (restoreOnly ? 'warning' : 'error') : undecidedLevel(subject);
    const level = settings.level(rule, standard);
    if (level === null)
        return null;
    const missing = missingFacts(subject.verdict.undecided.map((cell) => cell.trace), subject.statement.conditions);
    const facts = {
        verdict,
        scope: subject.verdict.scope,
        blocked,
        undecided,
        because: becauseOf(subject.verdict.example()),
        assumptions: [...subject.verdict.assumptions].sort(),
        missing: verdict === 'blocked' ? [] : missing,
        roles: rolesOf(subject),
    };
    const message = verdict === 'blocked' ? blockedMessage(subject, facts) : undecidedMessage(subject, facts);
    return {
        rule,
        level,
        fingerprint: fingerprints.of({ rule, ...identityOf(judged, subject) }),
        judged,
        subject,
        ...(judged.policy.sensitive === true ? concealed(subject, facts) : { message, facts }),
        route: routeTo(subject),
        restoreOnly,
    };
}
const CONCEALED = 'the plan marks the policy as sensitive, so nothing of its text is shown';
/** The same finding without any text of the policy: a plan shows sensitive values in clear, a report must not. */
function concealed(subject, facts) {
    const verb = facts.verdict === 'blocked' ? 'blocks' : 'may block';
    const features = (0,words/* featureList */.Zu)([...facts.blocked, ...facts.undecided].map(({ feature }) => feature));
    return {
        message: `${(0,words/* statementName */.Vy)(null, subject.statement.index)} ${verb} Clumio ${features} on ${bucketWords(subject)}; ${CONCEALED}.`,
        facts: { ...facts, because: [CONCEALED], missing: [] },
    };
}
/** What identifies a statement across edits, besides the rule. */
function identityOf(judged, subject) {
    const { origin } = judged.policy;
    return {
        path: origin.path,
        owner: origin.address ?? (0,documents_policy/* bucketName */.EL)(subject.bucket) ?? (0,iam_text/* display */.Vy)(subject.bucket.name),
        sid: subject.statement.sid,
        content: subject.statement.raw,
    };
}
/** Cells as the report shows them: one entry for each session and feature, with its actions. */
function group(cells) {
    const groups = new Map();
    for (const { caller, need } of cells) {
        const key = `${need.feature} ${caller.session}`;
        const entry = groups.get(key) ?? { session: caller.session, feature: need.feature, actions: [] };
        groups.set(key, entry);
        if (!entry.actions.includes(need.action))
            entry.actions.push(need.action);
    }
    return [...groups.values()];
}
/** The reasons of the deciding cell as sentences, in the order principal, action, resource, conditions. */
function becauseOf(trace) {
    return trace.reasons.map(words/* reasonWords */.IK);
}
/** The roles that a statement was judged for, and where each comes from. */
function rolesOf(subject) {
    return subject.integrations.map((integration) => ({
        arn: (0,integrations/* isNamed */.ev)(integration) ? (0,integrations/* roleArn */.w3)(integration, subject.bucket.partition) : unnamedRole(integration),
        origin: ORIGINS[integration.origin],
    }));
}
const ORIGINS = {
    input: 'the inputs',
    configuration: 'the configuration file',
    plan: 'the plan',
    none: 'no input or configuration names it',
};
function unnamedRole({ account, roleName }) {
    if (roleName !== null)
        return `the role ${roleName} of an account that is not known`;
    return account === null ? "the Clumio role of the bucket's account" : `the Clumio role of account ${account}`;
}
/** Decision 14: a notice where only write headers of a restore are open, or where the answer is likely harmless. */
function undecidedLevel(subject) {
    const { undecided } = subject.verdict;
    const onlyRestoreHeaders = undecided.every(({ need, trace }) => need.feature === 'restore' &&
        trace.unknowns.length > 0 &&
        trace.unknowns.every((unknown) => unknown.kind === 'context' && (0,s3_keys/* isWriteHeader */.fP)(unknown.key)));
    return onlyRestoreHeaders || likelyNotBlocked(subject) ? 'notice' : 'warning';
}
/** The element to look at: the condition that decides, else the principal. */
function routeTo(subject) {
    const principal = subject.statement.principal.kind === 'not-principal' ? 'NotPrincipal' : 'Principal';
    if (subject.verdict.verdict === 'blocked')
        return [principal];
    const open = subject.verdict.example().reasons.find((reason) => reason.value === 'U');
    switch (open?.part) {
        case 'condition':
            return ['Condition', open.condition.written];
        case 'action':
            return [subject.statement.action.kind === 'negative' ? 'NotAction' : 'Action'];
        case 'resource':
            return [subject.statement.resource.kind === 'negative' ? 'NotResource' : 'Resource'];
        default:
            return [principal];
    }
}
function blockedMessage(subject, facts) {
    const name = (0,words/* statementName */.Vy)(subject.statement.sid, subject.statement.index);
    const part = facts.scope === 'part' && subject.verdict.blocked.some((cell) => cell.scope === 'part') ? 'part of ' : '';
    const features = (0,words/* featureList */.Zu)(facts.blocked.map(({ feature }) => feature));
    return `${name} blocks Clumio ${features} on ${part}${bucketWords(subject)}: ${decidingWords(subject, 'T')}.`;
}
function undecidedMessage(subject, facts) {
    const name = (0,words/* statementName */.Vy)(subject.statement.sid, subject.statement.index);
    const features = (0,words/* featureList */.Zu)(facts.undecided.map(({ feature }) => feature));
    const needed = (0,words/* joinWords */.yZ)(facts.missing.slice(0, 2).map(({ text }) => text));
    const more = facts.missing.length > 2 ? ` and ${facts.missing.length - 2} more facts` : '';
    return `${name} may block Clumio ${features} on ${bucketWords(subject)}; to decide it, one must know ${needed}${more}.`;
}
function bucketWords(subject) {
    const name = (0,documents_policy/* bucketName */.EL)(subject.bucket);
    return name === null ? 'the bucket' : `bucket ${(0,words/* cut */.Jj)(name, 63)}`;
}
/** The reason that a person needs: the conditions when there are any, else who is denied. */
function decidingWords(subject, value) {
    const { reasons } = subject.verdict.example();
    const conditions = reasons.filter((reason) => reason.part === 'condition' && reason.value === value);
    const principal = reasons.find((reason) => reason.part === 'principal');
    if (conditions.length === 0)
        return principal ? (0,words/* reasonWords */.IK)(principal) : 'it denies what Clumio needs';
    const tests = conditions.map((reason) => (0,words/* testWords */.Kp)(conditionOf(reason)));
    const who = principal && isPointed(principal) ? `${(0,words/* reasonWords */.IK)(principal)}, and ` : '';
    return `${who}it applies when ${(0,words/* joinWords */.yZ)(tests.slice(0, 3))}, which holds for Clumio`;
}
function isPointed(reason) {
    return reason.part === 'principal' && reason.why !== 'everyone';
}
function conditionOf(reason) {
    if (reason.part !== 'condition')
        throw new Error('not a condition');
    return reason.condition;
}

// EXTERNAL MODULE: ./lib/rules/fingerprint.js
var fingerprint = __nccwpck_require__(1908);
// EXTERNAL MODULE: ./lib/text/path-glob.js
var path_glob = __nccwpck_require__(5458);
// EXTERNAL MODULE: ./lib/rules/judged.js + 3 modules
var rules_judged = __nccwpck_require__(6744);
;// CONCATENATED MODULE: ./lib/rules/ignore.js




/** The entry that silences a draft today, or null. The date of an entry itself still counts (UTC). */
function ignoredBy(draft, entries, today) {
    const place = draftPlace(draft);
    const sid = 'subject' in draft ? draft.subject.statement.sid : null;
    const match = entries.find((entry) => !isExpired(entry, today) &&
        (entry.rule === null || entry.rule === draft.rule) &&
        (entry.fingerprint === null || entry.fingerprint === draft.fingerprint) &&
        (entry.sids.length === 0 || (sid !== null && entry.sids.some((pattern) => (0,path_glob/* matchesName */.H)(pattern, sid)))) &&
        (0,integrations/* selects */.ko)(entry, place));
    return match ?? null;
}
function isExpired(entry, today) {
    return entry.expires !== null && entry.expires < today;
}
function draftPlace(draft) {
    switch (draft.rule) {
        case 'object-ownership': {
            const { origin, bucket } = draft.setting;
            return { path: origin.path, bucket, address: origin.address };
        }
        case 'policy-unreadable':
        case 'policy-unknown':
            return { path: draft.origin.path, bucket: draft.bucket, address: draft.origin.address };
        default:
            return (0,rules_judged/* placeOf */.$)(draft.judged.policy, draft.subject.bucket);
    }
}
/** One finding for each entry that is past its date: what it silenced is reported again. */
function expiredIgnores(entries, today, settings, fingerprints) {
    const level = settings.level('expired-ignore', 'warning');
    if (level === null)
        return [];
    return entries
        .filter((entry) => isExpired(entry, today))
        .map((entry) => ({
        rule: 'expired-ignore',
        level,
        message: `The ignore entry "${(0,words/* cut */.Jj)(entry.reason, 80)}" expired on ${entry.expires}: what it silenced is reported again; renew its date or remove it.`,
        fingerprint: fingerprints.of({
            rule: 'expired-ignore',
            path: entry.location.path,
            owner: '',
            sid: null,
            content: { ...entry, location: null, introduced: null },
        }),
        location: entry.location,
        policy: null,
        fix: null,
        fixUnavailable: 'whether to renew the entry is for a person to decide',
    }));
}
/**
 * Whether a place is backed up. What is not known (a bucket's name or tags in a bare policy) never puts a policy out of
 * scope: a Deny must not go unseen because its bucket has no name here.
 */
function isProtected(protect, places, tags) {
    if (protect === null)
        return true;
    if (tags !== null && !Object.entries(protect.tags).every(([key, value]) => tags[key] === value))
        return false;
    return places.length === 0 || places.some((place) => mayMatch(protect, place));
}
function mayMatch(protect, place) {
    const known = {
        ...protect,
        buckets: place.bucket === null ? [] : protect.buckets,
        addresses: place.address === null ? [] : protect.addresses,
    };
    return (0,integrations/* selects */.ko)(known, place);
}

// EXTERNAL MODULE: ./lib/iam/principal.js
var principal = __nccwpck_require__(9448);
;// CONCATENATED MODULE: ./lib/rules/exemption.js






/**
 * An exemption of Clumio that AWS does not honour, on a statement that nothing else exempts. The deny finding on the
 * same statement says what is blocked; this one says why the attempt did not help.
 */
function exemptionFinding(judged, subject, deny, settings, fingerprints) {
    // Its message quotes the policy, which must not happen where the plan marks it as sensitive.
    const [attempt] = judged.policy.sensitive === true ? [] : attempts(subject);
    const level = settings.level('ineffective-exemption', 'warning');
    if (attempt === undefined || level === null)
        return null;
    const name = (0,words/* statementName */.Vy)(subject.statement.sid, subject.statement.index);
    return {
        ...deny,
        rule: 'ineffective-exemption',
        level,
        message: `${name} tries to exempt Clumio on ${bucketWords(subject)} with "${(0,words/* cut */.Jj)(attempt.entry)}", but ${attempt.why}.`,
        fingerprint: fingerprints.of({ rule: 'ineffective-exemption', ...identityOf(judged, subject) }),
        route: attempt.route,
        facts: { ...deny.facts, missing: [] },
    };
}
function attempts(subject) {
    const roles = subject.integrations.filter(integrations/* isNamed */.ev);
    return [
        ...principalAttempts(subject.statement, subject, roles),
        ...conditionAttempts(subject.statement, subject, roles),
    ];
}
function* principalAttempts(statement, subject, roles) {
    if (statement.principal.kind !== 'not-principal')
        return;
    for (const { type, value } of statement.principal.entries) {
        if (type !== 'AWS' || !(0,iam_text/* isPlain */.$i)(value) || !isMeant(value, roles))
            continue;
        const why = principalProblem(value, subject, roles);
        if (why !== null)
            yield { route: ['NotPrincipal'], entry: value, why };
    }
}
/** Whether an entry was meant for Clumio: it says so, or it ends in the configured role's name. */
function isMeant(value, roles) {
    return (0,clumio_roles/* looksLikeClumio */.B4)(value) || roles.some(({ roleName }) => value.includes(`/${roleName}`));
}
/** Why a NotPrincipal entry does not exempt the Clumio role; null when it is right (semantics note §3). */
function principalProblem(value, subject, roles) {
    if ((0,principal/* hasWildcard */.rl)(value))
        return 'NotPrincipal takes no wildcards; every role session must be listed literally';
    const parts = value.split(':');
    const [, , service, account = '', ...rest] = parts.length >= 6 ? [parts[0], parts[1], parts[2], parts[4], ...parts.slice(5)] : [];
    const segments = rest.join(':').split('/');
    if (service === 'sts' && segments[0] === 'assumed-role') {
        if (segments.length !== 3)
            return "a role session's ARN never carries the role's path";
        return roles.length > 0 && !roles.some((role) => role.account === account && role.roleName === segments[1])
            ? 'it names another account or role than the configured one'
            : null;
    }
    if (service !== 'iam' || segments[0] !== 'role')
        return null;
    const name = segments.at(-1);
    const same = roles.filter((role) => role.account === account && role.roleName === name);
    if (roles.length === 0)
        return segments.length === 2 ? 'the ARN lacks the path of the role (by default /clumio/)' : null;
    if (same.length === 0)
        return 'it names another account or role than the configured one';
    return same.some((role) => (0,integrations/* roleArn */.w3)(role, subject.bucket.partition) === value)
        ? null
        : `the role's path is ${same[0]?.rolePath}, so its ARN is another one`;
}
function* conditionAttempts(statement, subject, roles) {
    for (const { operator, key, values, written } of statement.conditions) {
        if (key.toLowerCase() !== 'aws:principalarn' || !operator.includes('Not'))
            continue;
        for (const value of values) {
            if (!(0,iam_text/* isPlain */.$i)(value) || !isMeant(value, roles))
                continue;
            const why = conditionProblem(value, operator, subject, roles);
            if (why !== null)
                yield { route: ['Condition', written], entry: value, why };
        }
    }
}
/** Why a value under a negated aws:PrincipalArn test does not exempt the role (semantics note §6, §8). */
function conditionProblem(value, operator, subject, roles) {
    if (value.includes(':assumed-role/'))
        return "aws:PrincipalArn holds the role's ARN, never that of a session";
    if (operator.startsWith('StringNotEquals') && (0,principal/* hasWildcard */.rl)(value))
        return `${operator} takes a wildcard literally`;
    if ((0,principal/* hasWildcard */.rl)(value)) {
        // `role/Clumio*` stops at the path; a pattern with the path in it failed for another reason.
        return /:role\/clumio[^/]*$/i.test(value)
            ? 'the pattern does not cover the path of the role (by default /clumio/)'
            : null;
    }
    return principalProblem(value, subject, roles);
}

// EXTERNAL MODULE: ./lib/iam/glob.js
var glob = __nccwpck_require__(370);
;// CONCATENATED MODULE: ./lib/rules/object-ownership.js



/** The finding on a bucket whose ACLs are enabled (object ownership note §4); null when it is fine or undecided. */
function ownershipFinding(setting, settings, fingerprints) {
    const writers = writersOf(setting);
    const judgement = judge(setting, writers);
    const level = judgement === null ? null : settings.level('object-ownership', judgement.level);
    if (judgement === null || level === null)
        return null;
    const { path, address } = setting.origin;
    const owner = address ?? setting.bucket ?? setting.origin.at.join('/');
    return {
        rule: 'object-ownership',
        level,
        message: `${bucketOf(setting)} ${judgement.text}.`,
        fingerprint: fingerprints.of({ rule: 'object-ownership', path, owner, sid: null, content: setting.setting.kind }),
        setting,
        aclsInUse: writers !== 'none' || hasAcl(setting),
    };
}
function bucketOf({ bucket, origin }) {
    if (bucket !== null)
        return `Bucket ${(0,words/* cut */.Jj)(bucket, 63)}`;
    return origin.address === null ? 'The bucket' : `The bucket of ${(0,words/* cut */.Jj)(origin.address)}`;
}
const ENFORCED = 'BucketOwnerEnforced';
const ADVICE = `set Object Ownership to ${ENFORCED}, as the vendor recommends`;
function judge(setting, writers) {
    const { setting: value } = setting;
    if (value.kind === 'unknown') {
        return setting.acl.kind === 'grants'
            ? warning(`grants access to others by ACL, so ACLs are enabled and Clumio may be unable to read objects that others wrote; ${ADVICE}`)
            : null;
    }
    if (value.kind === 'none')
        return writerJudgement('has no ownership controls, so ACLs are enabled', writers);
    switch (value.value) {
        case ENFORCED:
            return null;
        case 'ObjectWriter':
            return writerJudgement('has Object Ownership ObjectWriter', writers);
        case 'BucketOwnerPreferred':
            return preferredJudgement(writers);
        default:
            return warning(`has the Object Ownership "${(0,words/* cut */.Jj)(value.value, 40)}", which is no value of S3; ${ADVICE}`);
    }
}
function writerJudgement(what, writers) {
    switch (writers) {
        case 'seen':
        case 'seen-enforced':
            return warning(`${what} and lets others write, and Clumio cannot read objects that belong to another account; ${ADVICE}`);
        case 'unknown':
            return warning(`${what}, and whether other accounts write to it is not known; Clumio cannot read their objects: ${ADVICE}`);
        case 'none':
            return { level: 'notice', text: `${what}; no foreign writer is seen, but ${ADVICE}` };
    }
}
function preferredJudgement(writers) {
    const what = 'has Object Ownership BucketOwnerPreferred';
    if (writers === 'seen') {
        return warning(`${what} and lets others write: uploads without the ACL bucket-owner-full-control are skipped by backups; ${ADVICE}`);
    }
    const rest = writers === 'seen-enforced'
        ? 'objects older than the setting may be skipped'
        : 'objects that others wrote may be skipped';
    return { level: 'notice', text: `${what}; ${rest}: ${ADVICE}` };
}
function warning(text) {
    return { level: 'warning', text };
}
function hasAcl(setting) {
    const { acl } = setting;
    return (acl.kind === 'grants' || acl.kind === 'unknown' || (acl.kind === 'canned' && acl.name.toLowerCase() !== 'private'));
}
/** Canned ACLs that let somebody else write (S3 User Guide, "Access control list overview"). */
const WRITABLE = new Set(['publicreadwrite', 'public-read-write', 'logdeliverywrite', 'log-delivery-write']);
function writersOf(setting) {
    if (setting.acl.kind === 'canned' && WRITABLE.has(setting.acl.name.toLowerCase()))
        return 'seen';
    if (setting.acl.kind === 'grants')
        return 'seen';
    const statements = setting.policies.list.flatMap((policy) => policy.document.statements);
    if (statements.some(letsOthersWrite))
        return statements.some(enforcesOwnerAcl) ? 'seen-enforced' : 'seen';
    if (!setting.policies.known || setting.acl.kind === 'unknown')
        return 'unknown';
    return 'none';
}
const WRITES = ['s3:putobject', 's3:replicateobject'];
function letsOthersWrite(statement) {
    if (statement.effect !== 'Allow' || statement.principal.kind !== 'principal')
        return false;
    const writes = statement.action.kind === 'positive' &&
        statement.action.patterns.some((pattern) => WRITES.some((write) => (0,glob/* globMatches */.mw)((0,iam_text/* display */.Vy)(pattern).toLowerCase(), write)));
    if (!writes)
        return false;
    const { everyone, entries } = statement.principal;
    return everyone || entries.some(({ type, value }) => type === 'AWS' && mayBeForeign(value));
}
/** An identity of the template's own account is no foreign writer; a literal account may be one. */
function mayBeForeign(value) {
    if ((0,iam_text/* wholeToken */.tW)(value) !== null)
        return false;
    return (0,iam_text/* isPlain */.$i)(value) || !value.some((piece) => typeof piece !== 'string' && piece.means === 'account');
}
function enforcesOwnerAcl(statement) {
    return statement.conditions.some(({ key, values }) => key.toLowerCase() === 's3:x-amz-acl' && values.some((value) => value === 'bucket-owner-full-control'));
}

;// CONCATENATED MODULE: ./lib/rules/index.js




/** The findings on a judged policy, in the order of its statements. */
function policyFindings(judged, settings, fingerprints) {
    const drafts = [];
    for (const subject of judged.statements) {
        // The exemption's own lint needs the facts of the deny finding even where that rule is off.
        const facts = denyFinding(judged, subject, { ...settings, level: (_rule, standard) => standard }, fingerprints);
        if (facts === null)
            continue;
        const level = settings.level(facts.rule, facts.level);
        if (level !== null)
            drafts.push({ ...facts, level });
        const exemption = exemptionFinding(judged, subject, facts, settings, fingerprints);
        if (exemption !== null)
            drafts.push(exemption);
    }
    return drafts;
}
function settingFindings(ownership, settings, fingerprints) {
    return ownership.map((setting) => ownershipFinding(setting, settings, fingerprints)).filter((draft) => draft !== null);
}
/** A file that holds a policy which nobody could read: never silent. */
function unreadableFinding(path, unreadable, settings, fingerprints) {
    const level = settings.level('policy-unreadable', 'warning');
    if (level === null)
        return null;
    const origin = { source: 'policy-json', path, at: [], base: 0, address: null, wrapped: false };
    return {
        rule: 'policy-unreadable',
        level,
        message: `The file ${unreadable.holds === 'plan' ? 'is meant as a plan' : 'holds a bucket policy'} but cannot be read: ${(0,words/* cut */.Jj)(unreadable.reason, 200)}.`,
        fingerprint: fingerprints.of({ rule: 'policy-unreadable', path, owner: '', sid: null, content: null }),
        origin,
        bucket: null,
        text: unreadable.text,
        offset: unreadable.offset,
    };
}
/** A root module whose files declare bucket policies while no plan of it was given: it must not look checked. */
function unplannedFinding(root, at, settings, fingerprints) {
    const level = settings.level('policy-unknown', 'notice');
    if (level === null)
        return null;
    const what = root.policies === 1 ? 'a bucket policy' : `${root.policies} bucket policies`;
    const where = root.folder === '' ? 'the working directory' : root.folder;
    return {
        rule: 'policy-unknown',
        level,
        message: `The Terraform root module in ${(0,words/* cut */.Jj)(where)} declares ${what}, and no plan of it was given: pass the output of "terraform show -json" as plan-files.`,
        fingerprint: fingerprints.of({ rule: 'policy-unknown', path: root.folder, owner: '', sid: null, content: null }),
        origin: { source: 'terraform-source', path: root.path, at: [], base: 0, address: root.address, wrapped: true },
        bucket: null,
        ...at,
    };
}
/** A planned policy whose text is no policy, or whose content no plan holds. */
function plannedUnread(rule, path, policy, settings, fingerprints) {
    const level = settings.level(rule, 'warning');
    if (level === null)
        return null;
    const { address, bucket, why } = policy;
    const advice = rule === 'policy-unknown' ? 'check it again once it is known, or make it depend on known values' : 'correct it';
    return {
        rule,
        level,
        message: `The policy of ${(0,words/* cut */.Jj)(address)} was not judged: ${(0,words/* cut */.Jj)(why, 200)}; ${advice}.`,
        fingerprint: fingerprints.of({ rule, path, owner: address, sid: null, content: null }),
        origin: { source: 'terraform-plan', path, at: [], base: 0, address, wrapped: true },
        bucket,
        text: '',
        offset: 0,
    };
}

;// CONCATENATED MODULE: ./lib/model/tool.js
/** The version in `package.json`; a test keeps the two equal. */
const VERSION = '0.1.0';
/** `homepage` in `package.json`, the last resort for links to rule pages; null while there is none. */
const HOMEPAGE = null;

;// CONCATENATED MODULE: ./lib/check.js












/**
 * The whole check: files → documents → policies → verdicts → findings → report. It sees sources, a lookup for further
 * ones and options; never the environment, the disk, the clock or GitHub.
 */
async function check(sources, lookup, options, hooks = {}) {
    const run = new Run(options, lookup, hooks.explain === true);
    let files = 0;
    for (const source of sources) {
        files++;
        run.add(source.path, await check_read(source));
        hooks.progress?.(files);
    }
    return run.finish(files);
}
/** Parsers recurse as deep as a document nests; one that nests deeper than the stack is reported, not fatal. */
async function check_read(source) {
    try {
        const document = (0,read/* readDocument */.u0)(source);
        return document instanceof Promise ? await document : document;
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        return { kind: 'unreadable', text: '', reason: 'it nests too deeply or is too large', offset: 0 };
    }
}
/** What one run collects, file by file. */
class Run {
    #options;
    #settings;
    #explain;
    #fingerprints = new fingerprint/* Fingerprints */.U();
    #drafts = new Map();
    #texts = new Map();
    #ignored = [];
    #unread = [];
    #assumptions = new Map();
    #explanations = [];
    #notes = new Set();
    #terraform = [];
    #plans = [];
    #plannedPolicies = [];
    #pending = [];
    #deferred = [];
    #lookup;
    #sources = null;
    /** Files whose statements are reported through a plan. */
    #told = new Set();
    /** Text of the file that is being added; it is kept only when the file has a finding. */
    #text = '';
    #policies = 0;
    #statements = 0;
    #outOfScope = 0;
    constructor(options, lookup, explain) {
        this.#options = options;
        this.#lookup = lookup;
        this.#explain = explain;
        this.#settings = {
            featuresSet: options.featuresSet,
            level: (rule, standard) => {
                const set = options.levels[rule];
                return set === 'off' ? null : (set ?? standard);
            },
        };
    }
    add(path, document) {
        if (document.kind === 'nothing')
            return;
        if (document.kind === 'no-plan') {
            throw new errors/* UserError */.y(`${path} is not a Terraform plan; give the output of "terraform show -json <plan file>".`, {
                path,
            });
        }
        if (document.kind === 'terraform') {
            this.#terraform.push(document);
            return;
        }
        const plan = document.kind === 'read' ? document.plan : undefined;
        if (plan && document.kind === 'read') {
            this.#plans.push(...plan.plans);
        }
        // The files of a pull request never include a plan that the job has just made.
        if (!plan && this.#options.onlyPaths !== null && !this.#options.onlyPaths.has(path))
            return;
        this.#text = document.text;
        if (document.kind === 'unreadable') {
            this.#unread.push({ path, reason: document.reason });
            const draft = unreadableFinding(path, document, this.#settings, this.#fingerprints);
            if (draft)
                this.#keep(path, [draft]);
            return;
        }
        const options = plan ? this.#withRoles(plan) : this.#options;
        for (const policy of document.policies) {
            if (plan && policy.deferred === true)
                this.#deferred.push({ path, plan, policy, options });
            else
                this.#addPolicy(path, policy, options, plan);
        }
        if (plan)
            this.#addUnread(path, plan, options);
        this.#keep(path, settingFindings(document.settings, this.#settings, this.#fingerprints));
    }
    /** The roles that a plan holds count where nobody configured one; the report says what was found either way. */
    #withRoles(plan) {
        const configured = this.#options.integrations.length > 0;
        for (const { address, integration } of plan.roles) {
            const use = configured
                ? 'the configured roles are used instead'
                : 'it is the role that policies of this plan are judged for';
            this.#notes.add(`The plan holds the Clumio role ${integration.roleName} (${address}); ${use}.`);
        }
        return configured
            ? this.#options
            : { ...this.#options, integrations: plan.roles.map(({ integration }) => integration) };
    }
    #addUnread(path, plan, options) {
        for (const one of plan.unreadable)
            this.#addUnknown('policy-unreadable', path, one);
        this.#pending.push(...plan.unknown.map((unknown) => ({ path, plan, unknown, options })));
        if (plan.plans.some(({ partial }) => partial)) {
            this.#notes.add(`The plan ${path} is partial: Terraform stopped before it was complete, and only what it holds was judged.`);
        }
    }
    #addUnknown(rule, path, one) {
        this.#unread.push({ path, reason: `${one.address}: ${one.why}` });
        const draft = plannedUnread(rule, path, one, this.#settings, this.#fingerprints);
        if (draft)
            this.#keep(path, [draft]);
    }
    /** Policies known only after apply: from their sources where these tell them, else reported; never passed. */
    async #judgePending() {
        for (const { path, plan, policy, options } of this.#deferred) {
            const filled = (await (await this.#plannedSources())?.filled(policy)) ?? policy;
            this.#addPolicy(path, filled, options, plan);
        }
        for (const { path, plan, unknown, options } of this.#pending) {
            const found = (await (await this.#plannedSources())?.sourcePolicy(path, unknown)) ?? null;
            if (found !== null)
                this.#addPolicy(path, found.policy, options, plan);
            if (found?.complete !== true)
                this.#addUnknown('policy-unknown', path, unknown);
        }
    }
    #addPolicy(path, policy, options, plan) {
        if (plan)
            this.#plannedPolicies.push(policy);
        if (options.onlyPaths !== null && policy.unchanged === true)
            return;
        const places = (0,documents_policy/* bucketsOf */.HP)(policy, 'aws').map((bucket) => (0,rules_judged/* placeOf */.$)(policy, bucket));
        if (!isProtected(options.protect, places, tagsOf(policy, places, plan))) {
            this.#outOfScope++;
            return;
        }
        const judged = (0,rules_judged/* judgePolicy */.C)(policy, options);
        this.#policies++;
        this.#statements += judged.statements.length;
        const drafts = policyFindings(judged, this.#settings, this.#fingerprints);
        this.#keep(path, drafts);
        if (!drafts.some(({ level }) => level === 'error')) {
            for (const id of judged.assumptions)
                this.#assumptions.set(id, (this.#assumptions.get(id) ?? 0) + 1);
        }
        if (this.#explain)
            this.#explanations.push(...explanationsOf(judged));
    }
    /** Keeps what no ignore entry silences. A statement whose Deny finding is ignored has no exemption finding either. */
    #keep(path, drafts) {
        const { ignore, today } = this.#options;
        const silenced = new Set();
        for (const draft of drafts) {
            const subject = 'subject' in draft ? draft.subject : draft;
            const entry = ignoredBy(draft, ignore, today);
            if (entry !== null) {
                silenced.add(subject);
                const { fingerprint, rule } = draft;
                this.#ignored.push({ fingerprint, rule, reason: entry.reason, expires: entry.expires });
            }
            else if (!(draft.rule === 'ineffective-exemption' && silenced.has(subject))) {
                const kept = this.#drafts.get(path) ?? [];
                kept.push(draft);
                this.#drafts.set(path, kept);
                this.#texts.set(path, this.#text);
            }
        }
    }
    /** A repository with Terraform and no plan must not look checked. */
    async #addUnplanned() {
        if (this.#terraform.length === 0)
            return;
        const { unplannedRoots } = await __nccwpck_require__.e(/* import() */ 503).then(__nccwpck_require__.bind(__nccwpck_require__, 7503));
        const { terraformDirectory } = this.#options;
        for (const root of unplannedRoots(this.#terraform.map(({ source }) => source), this.#plans, terraformDirectory)) {
            this.#text = this.#terraform.find(({ source }) => source.path === root.path)?.text ?? '';
            const at = { text: this.#text, offset: root.offset };
            const draft = unplannedFinding(root, at, this.#settings, this.#fingerprints);
            if (draft)
                this.#keep(root.path, [draft]);
        }
    }
    async finish(files) {
        this.#text = '';
        await this.#judgePending();
        await this.#addUnplanned();
        const { ignore, today, failOn } = this.#options;
        const expired = expiredIgnores(ignore, today, this.#settings, this.#fingerprints);
        const findings = [...(await this.#finishDrafts()), ...expired].sort(inOrder);
        const count = (level) => findings.filter((finding) => finding.level === level).length;
        const report = {
            version: 1,
            tool: { name: 'clumio-policy-check', version: VERSION },
            conclusion: conclusionOf(findings.map(({ level }) => level), failOn),
            summary: {
                files,
                policies: this.#policies,
                statements: this.#statements,
                errors: count('error'),
                warnings: count('warning'),
                notices: count('notice'),
                ignored: this.#ignored.length,
                outOfScope: this.#outOfScope,
            },
            assumptions: [...this.#assumptions]
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([id, policies]) => ({ id, text: words/* ASSUMPTIONS */.$Q[id], policies })),
            findings,
            ignored: this.#ignored,
            unread: this.#unread.filter(({ path }) => !this.#told.has(path)),
            notes: [...this.#notes],
        };
        return { report, texts: this.#texts, explanations: this.#explanations };
    }
    /** Lines and edits cost a parser, which is loaded only for files with findings. */
    async #finishDrafts() {
        if (this.#drafts.size === 0)
            return [];
        const { finishFindings } = await Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(409)]).then(__nccwpck_require__.bind(__nccwpck_require__, 409));
        const planned = await this.#plannedFinisher();
        const findings = [];
        for (const [path, drafts] of this.#drafts) {
            const text = this.#texts.get(path) ?? '';
            if (planned?.isPlan(path))
                findings.push(...(await planned.finish(path, drafts)));
            else {
                const own = planned === null ? drafts : drafts.filter((draft) => !planned.isTold(draft, path, text));
                if (own.length < drafts.length)
                    this.#told.add(path);
                findings.push(...(await finishFindings(path, text, own, this.#options)));
            }
        }
        return findings;
    }
    /** The part that finds the sources of plans, with the HCL parser; loaded only when a plan was given. */
    async #plannedFinisher() {
        const sources = await this.#plannedSources();
        if (sources === null)
            return null;
        const { finishPlanned, isPlannedElsewhere, plannedRanges } = await Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(235), __nccwpck_require__.e(409), __nccwpck_require__.e(133), __nccwpck_require__.e(328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3328));
        const paths = new Set(this.#plans.map(({ path }) => path));
        const alone = [...this.#drafts.keys()].every((path) => paths.has(path));
        const ranges = alone ? new Map() : await plannedRanges(this.#plannedPolicies, sources);
        return {
            isPlan: (path) => paths.has(path),
            isTold: (draft, path, text) => isPlannedElsewhere(draft, text, ranges.get(path) ?? []),
            finish: (path, drafts) => finishPlanned(path, drafts, this.#plannedPolicies, sources, this.#texts, this.#options),
        };
    }
    async #plannedSources() {
        const { list } = this.#lookup;
        if (this.#plans.length === 0 || list === undefined)
            return null;
        if (this.#sources === null) {
            const { PlannedSources } = await Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(235), __nccwpck_require__.e(409), __nccwpck_require__.e(133), __nccwpck_require__.e(328)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3328));
            const terraform = this.#terraform.map(({ source }) => source);
            const files = { lookup: this.#lookup, list };
            this.#sources = new PlannedSources(this.#plans, terraform, this.#options.terraformDirectory, files);
        }
        return this.#sources;
    }
}
/** The tags of the policy's bucket, where the plan holds them; null where nobody knows them. */
function tagsOf(policy, places, plan) {
    if (plan === undefined)
        return null;
    const name = places[0]?.bucket;
    const tags = plan.buckets.find(({ address, bucket }) => address === policy.origin.address || (bucket !== null && bucket === name))?.tags;
    return tags ?? null;
}
function explanationsOf({ policy, place, statements }) {
    return statements.map(({ statement, verdict }) => ({
        path: policy.origin.path,
        bucket: place.bucket,
        address: policy.origin.address,
        index: statement.index,
        sid: policy.sensitive === true ? null : statement.sid,
        verdict: verdict.verdict,
        because: policy.sensitive === true ? [] : becauseOf(verdict.example()),
    }));
}
/** By path, line, column, then the worse level, then the rule: the same order in every output. */
function inOrder(a, b) {
    return (compare(a.location.path, b.location.path) ||
        a.location.startLine - b.location.startLine ||
        a.location.startColumn - b.location.startColumn ||
        rules/* LEVEL_ORDER */.se[a.level] - rules/* LEVEL_ORDER */.se[b.level] ||
        compare(a.rule, b.rule) ||
        compare(a.fingerprint, b.fingerprint));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/config/defaults.js
var defaults = __nccwpck_require__(5745);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./lib/files/paths.js


/** A path with `/`, whatever the platform's separator. */
function slashed(path) {
    return external_node_path_namespaceObject.sep === '/' ? path : path.replaceAll(external_node_path_namespaceObject.sep, '/');
}
/** `path` as it is written in reports: relative to `cwd`, with `/`. */
function relativePath(cwd, path) {
    return slashed((0,external_node_path_namespaceObject.relative)(cwd, (0,external_node_path_namespaceObject.resolve)(cwd, path)));
}
/** True when `path` is `folder` or lies below it; both absolute, no link is followed. */
function isInside(folder, path) {
    const rest = (0,external_node_path_namespaceObject.relative)(folder, path);
    return rest === '' || (rest !== '..' && !rest.startsWith(`..${external_node_path_namespaceObject.sep}`) && !(0,external_node_path_namespaceObject.isAbsolute)(rest));
}
/** The absolute path with every link followed, or null when it does not exist or must not be asked for. */
function realPath(path) {
    try {
        return external_node_fs_namespaceObject.realpathSync.native(path);
    }
    catch {
        return null;
    }
}
/**
 * Decides whether paths may be read: what stands in the workspace must still be there once links are followed, since
 * links are written by whoever writes the files. A path outside of it was named by the person who runs the check.
 */
class Boundary {
    #folder;
    #real;
    #folders = new Map();
    /** `workspace` is absolute. */
    constructor(workspace) {
        this.#folder = workspace;
        this.#real = realPath(workspace) ?? workspace;
    }
    /** False for a path in the workspace that leads out of it. */
    allows(path) {
        if (!this.contains(path))
            return true;
        const real = realPath(path);
        return real !== null && isInside(this.#real, real);
    }
    /** The same, remembered: for the folders of many files. */
    allowsFolder(path) {
        const known = this.#folders.get(path);
        if (known !== undefined)
            return known;
        const allowed = this.allows(path);
        this.#folders.set(path, allowed);
        return allowed;
    }
    /** True for a path that, as it is written, stands in the workspace. */
    contains(path) {
        return isInside(this.#folder, path) || isInside(this.#real, path);
    }
    /** The real path, only when it lies in the workspace. */
    resolveInside(path) {
        const real = realPath(path);
        return real !== null && isInside(this.#real, real) ? real : null;
    }
}

;// CONCATENATED MODULE: ./lib/files/write.js





/** See `Workspace.replace`. */
function replaceFile(cwd, path, bytes, boundaries) {
    const named = (0,external_node_path_namespaceObject.resolve)(cwd, path);
    const target = realPath(named);
    if (target === null)
        throw new errors/* UserError */.y(`${path} does not exist any more`, { path });
    if (!boundaries.every((boundary) => boundary.allows(named))) {
        throw new errors/* UserError */.y(`${path} is a link that leads out of the workspace`, { path });
    }
    const temporary = (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)(target), `.${(0,external_node_path_namespaceObject.basename)(target)}.${(0,external_node_crypto_.randomUUID)()}.tmp`);
    try {
        const { mode } = (0,external_node_fs_namespaceObject.statSync)(target);
        (0,external_node_fs_namespaceObject.writeFileSync)(temporary, bytes, { flag: 'wx', mode: 0o600 });
        (0,external_node_fs_namespaceObject.chmodSync)(temporary, mode);
        (0,external_node_fs_namespaceObject.renameSync)(temporary, target);
    }
    catch (thrown) {
        (0,external_node_fs_namespaceObject.rmSync)(temporary, { force: true });
        throw new errors/* UserError */.y(`${path} cannot be written (${codeOf(thrown)})`, { path });
    }
}
/**
 * Writes a report, making the folders above it.
 *
 * @throws {UserError} when that is not possible.
 */
function writeReport(cwd, path, content) {
    const target = (0,external_node_path_namespaceObject.resolve)(cwd, path);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(target), { recursive: true });
        (0,external_node_fs_namespaceObject.writeFileSync)(target, content);
    }
    catch (thrown) {
        throw new errors/* UserError */.y(`${path} cannot be written (${codeOf(thrown)})`, { path });
    }
}
/** The short code of an error of the file system (`EACCES`), or its message. */
function codeOf(thrown) {
    if (!(thrown instanceof Error))
        return String(thrown);
    return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.message;
}

;// CONCATENATED MODULE: ./lib/report/links.js

/**
 * URL prefix of the rule pages, ending in `/`: in the repository and at the ref of the action that runs, else at this
 * version below the package's home page, else null.
 */
function rulePages(env, homepage = HOMEPAGE) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
    if (repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository) && ref !== undefined && ref !== '') {
        const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
        return `${server}/${repository}/blob/${encodeURI(ref)}/docs/rules/`;
    }
    return homepage === null ? null : `${homepage.replace(/#.*$/, '').replace(/\/+$/, '')}/blob/v${VERSION}/docs/rules/`;
}

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __nccwpck_require__(6200);
// EXTERNAL MODULE: ./lib/model/report.js
var report = __nccwpck_require__(3782);
// EXTERNAL MODULE: ./lib/text/lines.js
var lines = __nccwpck_require__(5109);
// EXTERNAL MODULE: ./lib/report/markdown/words.js
var markdown_words = __nccwpck_require__(5868);
// EXTERNAL MODULE: ./lib/report/hunks.js
var report_hunks = __nccwpck_require__(1098);
;// CONCATENATED MODULE: ./lib/report/pretty/cells.js

const TAB_WIDTH = 4;
/** East Asian wide and fullwidth characters and emoji (Unicode Standard Annex 11, roughly). */
const WIDE = /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u;
const COMBINING = /^\p{M}/u;
/** A line of source as cells: tabs as blanks, invisible characters written out. */
function cellsOf(line) {
    const cells = [];
    let offset = 0;
    let column = 0;
    for (const char of line) {
        const shown = char === '\t' ? ' '.repeat(TAB_WIDTH - (column % TAB_WIDTH)) : (0,report_escape/* forTerminal */.Qf)(char);
        const width = shown === char ? widthOf(char) : shown.length;
        cells.push({ offset, shown, width });
        offset += char.length;
        column += width;
    }
    return cells;
}
function widthOf(char) {
    if (char <= '~')
        return 1;
    return COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}
const ELLIPSIS = '…';
/**
 * At most `room` columns of a line around its part `from..to` (UTF-16 offsets, `to` exclusive), the ends that are cut
 * off marked by an ellipsis.
 */
function windowOf(line, from, to, room) {
    const cells = cellsAround(line, from, to, room);
    const first = cells.findIndex((cell) => cell.offset >= from);
    const markFirst = first === -1 ? cells.length : first;
    const start = cutStart(cells, markFirst, room);
    let end = start;
    let used = 0;
    while (end < cells.length && used + (cells[end]?.width ?? 0) <= room)
        used += cells[end++]?.width ?? 0;
    const shown = cells.slice(start, end);
    const lead = (shown[0]?.offset ?? 0) > 0 ? ELLIPSIS : '';
    const lastShown = shown.at(-1);
    const tail = lastShown !== undefined && lastShown.offset + 1 < line.length && end < cells.length ? ELLIPSIS : '';
    const marked = shown.filter((cell) => cell.offset >= from && cell.offset < to);
    return {
        text: lead + shown.map((cell) => cell.shown).join('') + tail,
        markStart: lead.length + sumWidth(cells.slice(start, markFirst)),
        markWidth: Math.max(1, sumWidth(marked)),
    };
}
/** Cells of a long line only where they can be shown: a minified policy may be one line of megabytes. */
function cellsAround(line, from, to, room) {
    if (line.length <= 8 * room)
        return cellsOf(line);
    let begin = Math.max(0, from - 4 * room);
    if (isLowSurrogate(line, begin))
        begin--;
    let end = Math.min(line.length, Math.max(from, Math.min(to, from + room)) + 4 * room);
    if (isLowSurrogate(line, end))
        end++;
    return cellsOf(line.slice(begin, end)).map((cell) => ({ ...cell, offset: cell.offset + begin }));
}
function isLowSurrogate(line, at) {
    const code = line.charCodeAt(at);
    return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}
/** The first cell to show, so that the mark is in the window with a third of the room before it. */
function cutStart(cells, mark, room) {
    if (sumWidth(cells) <= room && (cells[0]?.offset ?? 0) === 0)
        return 0;
    let start = mark;
    let before = 0;
    while (start > 0 && before + (cells[start - 1]?.width ?? 0) <= room / 3)
        before += cells[--start]?.width ?? 0;
    return start;
}
function sumWidth(cells) {
    return cells.reduce((sum, cell) => sum + cell.width, 0);
}

;// CONCATENATED MODULE: ./lib/report/pretty/frame.js



/** Columns for source text. */
const ROOM = 140;
/** Columns for lines of an edit: the ARN of a session must be seen to its end. */
const EDIT_ROOM = 240;
/** A longer range shows its first and last lines. */
const MAX_LINES = 12;
const HEAD_LINES = 7;
const TAIL_LINES = 3;
/** The lines of a location, with the part of one line underlined, or several lines marked at their left. */
function sourceFrame(location, index, color, paint) {
    const { startLine, endLine } = location;
    if (startLine > index.count)
        return [];
    const last = Math.min(endLine, index.count);
    const gutter = String(last).length;
    const bar = `${' '.repeat(gutter + 1)}${paint('│', 'blue')}`;
    if (startLine === last)
        return [bar, ...singleLine(location, index, gutter, color, paint)];
    const lines = [bar];
    for (let number = startLine; number <= last; number++) {
        const skipped = last - startLine + 1 - HEAD_LINES - TAIL_LINES;
        if (last - startLine + 1 > MAX_LINES && number === startLine + HEAD_LINES) {
            lines.push(`${bar} ${paint(`  … ${skipped} lines`, 'dim')}`);
            number += skipped - 1;
            continue;
        }
        const { text } = windowOf(index.lineText(number), 0, 0, ROOM);
        lines.push(`${paint(`${String(number).padStart(gutter)} │`, 'blue')} ${paint('┃', color)} ${text}`);
    }
    return lines;
}
function singleLine(location, index, gutter, color, paint) {
    const { startLine, startColumn, endColumn } = location;
    const text = index.lineText(startLine);
    const from = Math.max(0, startColumn - 1);
    const window = windowOf(text, from, endColumn - 1, ROOM);
    const mark = paint('^'.repeat(window.markWidth), color, 'bold');
    return [
        `${paint(`${startLine} │`, 'blue')} ${window.text}`,
        `${' '.repeat(gutter + 1)}${paint('│', 'blue')} ${' '.repeat(window.markStart)}${mark}`,
    ];
}
const SIGNS = { same: ' ', removed: '-', added: '+' };
const SIGN_COLORS = { same: 'dim', removed: 'red', added: 'green' };
/** Edits as a coloured diff, file by file. Edits of a file whose text is not known show only what they put in. */
function editFrames(edits, texts, known, paint) {
    const lines = [];
    for (const path of new Set(edits.map((edit) => edit.path))) {
        const own = edits.filter((edit) => edit.path === path);
        const text = texts.get(path);
        if (path !== known)
            lines.push(paint(`in ${(0,report_escape/* forTerminal */.Qf)(path)}`, 'bold'));
        if (text === undefined) {
            lines.push(...own.flatMap((edit) => textLines(edit.replacement)).map((line) => paint(`+ ${line}`, 'green')));
        }
        else
            lines.push(...diffLines(own, text, paint));
    }
    return lines;
}
function diffLines(edits, text, paint) {
    const hunks = (0,report_hunks/* hunksOf */.H)(text, edits, 1);
    const widest = Math.max(...hunks.flatMap(({ lines }) => lines.map((line) => line.newLine ?? line.oldLine ?? 0)), 0);
    const gutter = String(widest).length;
    return hunks.flatMap(({ lines }, at) => [
        ...(at === 0 ? [] : [paint(`${' '.repeat(gutter)} ⋮`, 'dim')]),
        ...lines.map((line) => {
            const number = String(line.kind === 'removed' ? line.oldLine : line.newLine).padStart(gutter);
            const shown = windowOf(line.text.replace(/\r$/, ''), 0, 0, EDIT_ROOM).text;
            return `${paint(number, 'dim')} ${paint(`${SIGNS[line.kind]} ${shown}`, SIGN_COLORS[line.kind])}`;
        }),
    ]);
}
/** Lines of a text for the terminal, each escaped. */
function textLines(text) {
    return text.split(/\r\n|\n/).map((line) => cellsOf(line)
        .map((cell) => cell.shown)
        .join(''));
}

;// CONCATENATED MODULE: ./lib/report/pretty/style.js
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 };
function painter(color) {
    if (!color)
        return (text) => text;
    return (text, ...colors) => text === '' ? '' : `${colors.map((each) => `\u001b[${CODES[each]}m`).join('')}${text}\u001b[0m`;
}
const LEVEL_COLORS = { error: 'red', warning: 'yellow', notice: 'cyan' };

;// CONCATENATED MODULE: ./lib/report/pretty/finding.js






/** More actions of a feature are counted. */
const ACTIONS_SHOWN = 2;
const REASONS_SHOWN = 12;
/** One finding: what, where, the source, why, and the fix. */
function findingLines(finding, view) {
    const { paint } = view;
    const color = LEVEL_COLORS[finding.level];
    const { path, startLine, startColumn } = finding.location;
    const place = `${(0,report_escape/* forTerminal */.Qf)(path)}:${startLine}:${startColumn}`;
    const header = [
        `${paint(finding.level, color, 'bold')}${paint(`[${finding.rule}]`, color)} ${paint((0,report_escape/* forTerminal */.Qf)(finding.message), 'bold')}`,
        `  ${paint('-->', 'blue')} ${place}${origin(finding)}`,
    ];
    // Its statement was just shown, with the fix that replaces the exemption.
    if (finding.rule === 'ineffective-exemption')
        return header;
    return [
        ...header,
        ...finding_frame(finding, view).map((line) => `   ${line}`),
        ...factLines(facts(finding, view.explain), paint),
        ...fixLines(finding, view),
        ...(view.rulePages === null ? [] : [`   ${paint('rule:', 'blue')} ${view.rulePages}${finding.rule}.md`]),
    ];
}
/** Where a policy comes from when it is not simply the file. */
function origin({ policy, location }) {
    if (policy === null)
        return '';
    const parts = [
        policy.address === null ? null : (0,report_escape/* forTerminal */.Qf)(policy.address),
        policy.bucket === null ? null : `bucket ${(0,report_escape/* forTerminal */.Qf)(policy.bucket)}`,
        policy.path === location.path ? null : `read from ${(0,report_escape/* forTerminal */.Qf)(policy.path)}`,
    ].filter((part) => part !== null);
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
function finding_frame({ location, level }, view) {
    const text = view.texts.get(location.path);
    if (text === undefined)
        return [];
    const index = view.indices.get(location.path) ?? new lines/* LineIndex */.rr(text);
    view.indices.set(location.path, index);
    return sourceFrame(location, index, LEVEL_COLORS[level], view.paint);
}
function facts(finding, explain) {
    if (!(0,report/* isStatementFinding */.R)(finding))
        return [];
    const more = finding.because.length - REASONS_SHOWN;
    return [
        ...finding.because.slice(0, REASONS_SHOWN).map((reason) => ({ name: 'why', text: (0,report_escape/* forTerminal */.Qf)(reason) })),
        ...(more > 0 ? [{ name: 'why', text: `and ${(0,markdown_words/* plural */.LS)(more, 'further reason')}` }] : []),
        ...needs('blocked', finding.blocked, explain),
        ...needs('undecided', finding.undecided, explain),
        ...(finding.scope === 'part' ? [{ name: 'scope', text: 'only part of what Clumio needs is affected' }] : []),
        ...rests(finding),
    ];
}
/** Facts of one name share its label. */
function factLines(all, paint) {
    return all.map(({ name, text }, at) => {
        const label = all[at - 1]?.name === name ? ' '.repeat(name.length + 1) : paint(`${name}:`, 'blue');
        return `   ${label} ${text}`;
    });
}
/** Blocked needs, counted: features that the same sessions lack share a line. With `explain`, every action by name. */
function needs(name, blocked, explain) {
    const all = needsOf(blocked);
    if (explain) {
        return all.map(({ feature, actions, who }) => ({
            name,
            text: `${feature} by ${who}: ${actions.map(report_escape/* forTerminal */.Qf).join(', ')}`,
        }));
    }
    const lines = new Map();
    for (const { feature, actions, who } of all) {
        lines.set(who, [...(lines.get(who) ?? []), `${feature} (${someActions(actions)})`]);
    }
    return [...lines].map(([who, features]) => ({ name, text: `${features.join(', ')} by ${who}` }));
}
/** Sessions that lack the same actions of a feature, together. */
function needsOf(blocked) {
    const groups = new Map();
    for (const each of blocked) {
        const key = `${each.feature} ${each.actions.join(' ')}`;
        const group = groups.get(key) ?? { first: each, sessions: [] };
        group.sessions.push((0,report_escape/* forTerminal */.Qf)(each.session));
        groups.set(key, group);
    }
    return [...groups.values()].map(({ first: { feature, actions }, sessions }) => {
        const who = sessions.length > 2 ? (0,markdown_words/* plural */.LS)(sessions.length, 'session') : sessions.join(' and ');
        return { feature: (0,markdown_words/* featureWord */.hm)(feature), actions, who };
    });
}
function someActions(actions) {
    return actions.length > ACTIONS_SHOWN ? `${actions.length} actions` : actions.map(report_escape/* forTerminal */.Qf).join(', ');
}
function rests({ assumptions }) {
    return assumptions.length === 0 ? [] : [{ name: 'rests on', text: assumptions.map(report_escape/* forTerminal */.Qf).join(', ') }];
}
function fixLines(finding, view) {
    const { fix, fixUnavailable } = finding;
    const { paint } = view;
    if (fix === null) {
        return fixUnavailable === null ? [] : [`   ${paint('no fix:', 'blue')} ${(0,report_escape/* forTerminal */.Qf)(fixUnavailable)}`];
    }
    const kind = fix.applicability === 'edit' ? 'fix:' : 'fix by hand:';
    return [
        `   ${paint(kind, 'green', 'bold')} ${(0,report_escape/* forTerminal */.Qf)(fix.title)}`,
        ...wanted(fix, finding.location.path, view).map((line) => `     ${line}`),
        ...(fix.note === '' ? [] : textLines(fix.note).map((line) => `   ${paint('note:', 'blue')} ${line}`)),
    ];
}
function wanted(fix, path, view) {
    if (fix.edits.length > 0)
        return editFrames(fix.edits, view.texts, path, view.paint);
    return fix.text === null ? [] : textLines(fix.text).map((line) => view.paint(line, 'green'));
}

;// CONCATENATED MODULE: ./lib/report/pretty/summary.js





const SHOWN = 10;
/** What the check never looks at, so that green is not read as more than it is. */
const NEVER_LOOKED_AT = 'Never looked at: identity policies, service and resource control policies (SCP, RCP), KMS key policies, VPC endpoint policies.';
/** What was judged, what is open, and what the result rests on. Blocks of lines. */
function summaryBlocks(result, context, paint) {
    const { report } = result;
    return [
        report.notes.map((note) => `${paint('note:', 'cyan')} ${(0,report_escape/* forTerminal */.Qf)(note)}`),
        undecided(report.findings, paint),
        listed('Not read', report.unread, ({ path, reason }) => `${(0,report_escape/* forTerminal */.Qf)(path)}: ${(0,report_escape/* forTerminal */.Qf)(reason)}`, paint),
        listed('Ignored by the configuration', report.ignored, ignoredLine, paint),
        roles(report.findings, paint),
        assumptions(report, paint),
        [...verdict(report, context, paint), paint(NEVER_LOOKED_AT, 'dim')],
    ].filter((block) => block.length > 0);
}
function listed(title, items, line, paint) {
    if (items.length === 0)
        return [];
    const shown = items.slice(0, SHOWN).map((item) => `  ${line(item)}`);
    const more = items.length > SHOWN ? [`  and ${items.length - SHOWN} more`] : [];
    return [paint(`${title} (${items.length})`, 'bold'), ...shown, ...more];
}
function ignoredLine({ rule, reason, expires }) {
    return `${rule}: ${(0,report_escape/* forTerminal */.Qf)(reason)}${expires === null ? '' : ` (until ${(0,report_escape/* forTerminal */.Qf)(expires)})`}`;
}
/** Undecided statements by the fact that would settle them, with the line to paste. */
function undecided(findings, paint) {
    const groups = new Map();
    for (const finding of findings.filter(report/* isStatementFinding */.R)) {
        for (const { id, text, configuration } of finding.missing) {
            const group = groups.get(id) ?? { text, configuration, places: new Set() };
            group.places.add(`${finding.location.path}:${finding.location.startLine}`);
            groups.set(id, group);
        }
    }
    if (groups.size === 0)
        return [];
    const lines = [paint('What would settle the undecided statements', 'bold')];
    for (const { text, configuration, places } of groups.values()) {
        const shown = [...places].slice(0, SHOWN).map(report_escape/* forTerminal */.Qf);
        const more = places.size > SHOWN ? `, and ${places.size - SHOWN} more` : '';
        lines.push(`  ${(0,report_escape/* forTerminal */.Qf)(text)}`);
        if (configuration !== null)
            lines.push(...textLines(configuration).map((line) => `    ${paint(line, 'green')}`));
        lines.push(`    ${paint(shown.join(', ') + more, 'dim')}`);
    }
    return lines;
}
function roles(findings, paint) {
    const known = new Map();
    for (const finding of findings.filter(report/* isStatementFinding */.R)) {
        for (const { arn, origin } of finding.roles)
            known.set(arn, origin);
    }
    return listed('Roles judged', [...known], ([arn, from]) => `${(0,report_escape/* forTerminal */.Qf)(arn)}: ${(0,report_escape/* forTerminal */.Qf)(from)}`, paint);
}
function assumptions({ assumptions: all }, paint) {
    if (all.length === 0)
        return [];
    const lines = all.map(({ id, text, policies }) => `  ${(0,report_escape/* forTerminal */.Qf)(id)} ${(0,report_escape/* forTerminal */.Qf)(text)} (${(0,markdown_words/* plural */.LS)(policies, 'policy', 'policies')})`);
    return [paint('What the policies without an error rest on', 'bold'), ...lines];
}
function verdict(report, context, paint) {
    const { summary, findings, conclusion } = report;
    const judged = `${(0,markdown_words/* plural */.LS)(summary.policies, 'bucket policy', 'bucket policies')} with ${(0,markdown_words/* plural */.LS)(summary.statements, 'statement')} judged in ${(0,markdown_words/* plural */.LS)(summary.files, 'file')}`;
    const counts = [
        (0,markdown_words/* plural */.LS)(summary.errors, 'error'),
        (0,markdown_words/* plural */.LS)(summary.warnings, 'warning'),
        (0,markdown_words/* plural */.LS)(summary.notices, 'notice'),
        ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : []),
        ...(summary.outOfScope > 0 ? [`${(0,markdown_words/* plural */.LS)(summary.outOfScope, 'policy', 'policies')} out of scope`] : []),
    ];
    const head = conclusion === 'failure'
        ? paint(`✖ ${failedBy(findings, context)}`, 'red', 'bold')
        : summary.policies === 0
            ? paint('! No bucket policy was found.', 'yellow', 'bold')
            : findings.length === 0
                ? paint('✔ No Deny statement blocks Clumio.', 'green', 'bold')
                : paint('✔ Nothing at the level that fails the check.', 'green', 'bold');
    return [head, `${judged}: ${counts.join(', ')}.`, ...editHint(findings)];
}
function failedBy(findings, { failOn }) {
    const count = findings.filter(({ level }) => failOn !== 'never' && rules/* LEVEL_ORDER */.se[level] <= rules/* LEVEL_ORDER */.se[failOn]).length;
    return `${(0,markdown_words/* plural */.LS)(count, 'finding')} at or above the level "${failOn}".`;
}
function editHint(findings) {
    const count = findings.filter(({ fix }) => fix?.applicability === 'edit').length;
    return count === 0 ? [] : [`${(0,markdown_words/* plural */.LS)(count, 'finding')} can be fixed with --fix; --diff shows the edits.`];
}

;// CONCATENATED MODULE: ./lib/report/pretty.js




/** The report for a person at a terminal: findings by file with their source and fix, then what was judged. */
const pretty = (result, context) => {
    const paint = painter(context.color);
    const { rulePages, explain } = context;
    const view = { paint, texts: result.texts, rulePages, explain, indices: new Map() };
    const blocks = [];
    for (const [, findings] of grouped(result.report.findings, ({ location }) => location.path)) {
        blocks.push(...findings.map((finding) => findingLines(finding, view)));
    }
    if (context.explain)
        blocks.push(...explanationBlocks(result, paint));
    blocks.push(...summaryBlocks(result, context, paint));
    return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
};
const VERDICT_COLORS = {
    blocked: 'red',
    'not-blocked': 'green',
    undecided: 'yellow',
};
/** Why each statement was judged as it was, by file. */
function explanationBlocks({ explanations }, paint) {
    if (explanations.length === 0)
        return [];
    const blocks = [[paint('Why each Deny statement was judged as it was', 'bold')]];
    for (const [path, own] of grouped(explanations, (each) => each.path)) {
        blocks.push([paint((0,report_escape/* forTerminal */.Qf)(path), 'bold'), ...own.flatMap((each) => explanationLines(each, paint))]);
    }
    return blocks;
}
function explanationLines({ index, sid, verdict, bucket, address, because }, paint) {
    const name = sid === null ? '' : ` "${(0,report_escape/* forTerminal */.Qf)(sid)}"`;
    const where = [address, bucket === null ? null : `bucket ${bucket}`].filter((each) => each !== null);
    const place = where.length === 0 ? '' : ` (${where.map(report_escape/* forTerminal */.Qf).join(', ')})`;
    return [
        `  statement ${index + 1}${name}${place}: ${paint(verdict, VERDICT_COLORS[verdict])}`,
        ...because.map((reason) => `    ${(0,report_escape/* forTerminal */.Qf)(reason)}`),
    ];
}
/** Items by a name, in the order in which the names first come. */
function grouped(items, nameOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(nameOf(item));
        if (group === undefined)
            groups.set(nameOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./lib/config/closest.js
var closest = __nccwpck_require__(8412);
// EXTERNAL MODULE: ./lib/config/inputs.js
var config_inputs = __nccwpck_require__(5274);
;// CONCATENATED MODULE: ./lib/terminal/arguments.js




const FORMATS = ['pretty', 'json', 'sarif', 'github', 'markdown'];
const OPTIONS = {
    'plan-files': { type: 'string', multiple: true },
    'terraform-directory': { type: 'string' },
    'working-directory': { type: 'string' },
    config: { type: 'string' },
    'aws-account-id': { type: 'string' },
    'clumio-role-id': { type: 'string' },
    features: { type: 'string' },
    remedy: { type: 'string' },
    'fail-on': { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string' },
    fix: { type: 'boolean' },
    diff: { type: 'boolean' },
    explain: { type: 'boolean' },
    'no-color': { type: 'boolean' },
    version: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
};
/** Inputs of the action that are something else here. */
const ELSEWHERE = {
    files: 'name the files without an option',
    'json-file': 'use --format json --output FILE',
    'sarif-file': 'use --format sarif --output FILE',
};
/**
 * Reads the command line.
 *
 * @throws {UserError} naming what is wrong with it.
 */
function readArguments(argv) {
    const { values, positionals } = parse(argv);
    if (values.help === true)
        return { kind: 'help' };
    if (values.version === true)
        return { kind: 'version' };
    const format = FORMATS.find((name) => name === (values.format ?? 'pretty'));
    if (format === undefined) {
        const near = (0,closest/* closest */.k)(values.format ?? '', FORMATS);
        const hint = near === null ? '' : `did you mean "${near}"? `;
        throw new errors/* UserError */.y(`--format: ${JSON.stringify(values.format)} is not known; ${hint}allowed: ${FORMATS.join(', ')}`);
    }
    const { fix = false, diff = false, explain = false, output } = values;
    if (fix && diff)
        throw new errors/* UserError */.y('--fix and --diff exclude each other: --diff only shows what --fix would write');
    if (diff && values.format !== undefined && output === undefined) {
        throw new errors/* UserError */.y('--diff writes the diff to stdout; say with --output FILE where the report goes');
    }
    const inputs = (0,config_inputs/* readInputs */.Ko)({ ...values, files: positionals }, '--');
    return {
        kind: 'run',
        inputs,
        format,
        output: output ?? null,
        fix,
        diff,
        explain,
        noColor: values['no-color'] ?? false,
    };
}
function parse(argv) {
    try {
        return (0,external_node_util_namespaceObject.parseArgs)({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
    }
    catch (thrown) {
        throw explain((0,errors/* toError */.i)(thrown));
    }
}
/** Node's message for a mistake on the command line, with a hint where there is one. */
function explain(error) {
    if (!('code' in error) || typeof error.code !== 'string' || !error.code.startsWith('ERR_PARSE_ARGS'))
        return error;
    const unknown = /^Unknown option '(-[^']*)'/.exec(error.message)?.[1];
    if (unknown === undefined)
        return new errors/* UserError */.y(`${error.message.split('\n')[0] ?? ''} (--help lists the options)`);
    return new errors/* UserError */.y(`unknown option ${unknown}; ${hintFor(unknown.replace(/^-+/, ''))}`);
}
function hintFor(name) {
    const elsewhere = ELSEWHERE[name];
    if (elsewhere !== undefined)
        return elsewhere;
    if ([...config_inputs/* INPUT_NAMES */.Qh, 'token'].some((input) => input === name))
        return 'it is an input of the action and does nothing here';
    const near = (0,closest/* closest */.k)(name, Object.keys(OPTIONS));
    return near === null ? '--help lists the options' : `did you mean --${near}?`;
}

// EXTERNAL MODULE: ./lib/report/unified.js
var unified = __nccwpck_require__(2773);
// EXTERNAL MODULE: ./lib/text/decode.js
var decode = __nccwpck_require__(4626);
// EXTERNAL MODULE: ./lib/text/edit.js
var edit = __nccwpck_require__(7112);
;// CONCATENATED MODULE: ./lib/terminal/edits.js




/** The edits of a result by file, in the order of the files' names. */
function editsByPath({ report }) {
    const edits = report.findings.flatMap(({ fix }) => (fix?.applicability === 'edit' ? fix.edits : []));
    const paths = [...new Set(edits.map((edit) => edit.path))].sort();
    return new Map(paths.map((path) => [path, edits.filter((edit) => edit.path === path)]));
}
/** Writes every edit of a result to its file: all edits of a file, or none. */
function writeEdits(result, workspace) {
    const written = [];
    const problems = [];
    for (const [path, edits] of editsByPath(result)) {
        try {
            const { text, encoding } = currentText(workspace.source(path), result);
            const after = (0,edit/* applyLineEdits */.kc)(text, edits);
            if (after === text)
                continue;
            workspace.replace(path, (0,decode/* encode */.lF)(after, encoding));
            written.push(path);
        }
        catch (thrown) {
            problems.push(problemOf(path, thrown));
        }
    }
    return { written, problems };
}
/** Every edit of a result as one diff, for the files that `git apply` can reach from the working directory. */
function diffOf(result, source) {
    let diff = '';
    const problems = [];
    for (const [path, edits] of editsByPath(result)) {
        try {
            if (path.startsWith('../'))
                throw new errors/* UserError */.y(`${path} is above the working directory, where git apply does not reach`);
            const { text, encoding } = currentText(source(path), result);
            if (encoding.name !== 'utf-8')
                throw new errors/* UserError */.y(`${path} is UTF-16, which git apply takes for binary; use --fix`);
            diff += encoding.mark ? markedDiff(path, text, edits) : (0,unified/* unifiedDiff */.WH)(path, text, edits);
        }
        catch (thrown) {
            problems.push(problemOf(path, thrown));
        }
    }
    return { text: diff, problems };
}
/** In a file with a byte order mark, Git takes the mark for a part of the first line. */
function markedDiff(path, text, edits) {
    const marked = edits.map((edit) => edit.startLine === 1 ? { ...edit, replacement: `\ufeff${edit.replacement}` } : edit);
    return (0,unified/* unifiedDiff */.WH)(path, `\ufeff${text}`, marked);
}
/** The text of a file as it was judged. The lines of edits mean nothing in any other. */
function currentText(source, { texts }) {
    const decoded = (0,decode/* decode */.D4)(source.bytes());
    if (!decoded.ok)
        throw new errors/* UserError */.y(`${source.path} cannot be edited: ${decoded.reason}`);
    if (texts.get(source.path) !== decoded.text)
        throw new errors/* UserError */.y(`${source.path} was changed while it was checked`);
    return decoded;
}
function problemOf(path, thrown) {
    return thrown instanceof errors/* UserError */.y ? thrown : new errors/* UserError */.y(`${path} was left as it is: ${(0,errors/* toError */.i)(thrown).message}`);
}

;// CONCATENATED MODULE: ./lib/terminal/help.js
/** The text of `--help`. */
const HELP = `clumio-policy-check: which Deny statements of S3 bucket policies lock out the Clumio backup role

Usage
  clumio-policy-check [options] [files, directories or globs...]

  Without files, every *.json, *.jsonc, *.json.tpl, *.json.tftpl, *.tftpl and *.template below the working directory is
  read, outside of node_modules, .git, .terraform and lock files. A directory stands for the same files below it, a
  pattern that starts with ! takes files away, and - is standard input. What a file is gets decided by its content.

Which role
  --aws-account-id ID       the account that owns the buckets, 12 digits
  --clumio-role-id ROLE     name or full ARN of the Clumio role
                            (aws iam list-roles --path-prefix /clumio/ prints it)
  --features LIST           what must keep working (default: inventory,backup,continuous-backup,restore)
  --config FILE             configuration (default: .github/clumio-policy-check.jsonc)

What to read
  --plan-files PATTERN      output of "terraform show -json"; may be repeated, - is standard input
  --terraform-directory DIR root module of the plan
  --working-directory DIR   everything is relative to it (default: the current directory)

What to do
  --fix                     apply every edit to the files, then report what is left
  --diff                    print the edits as a diff for "git apply" instead of the report
  --remedy REMEDY           not-principal (the vendor's way, default) or principal-arn
  --explain                 say why each Deny statement was judged as it was

What to print
  --format FORMAT           pretty (default), json, sarif, github or markdown; reports go to stdout, all else to stderr
  --output FILE             write the report there
  --no-color                no colours; NO_COLOR in the environment does the same
  --fail-on LEVEL           exit with 1 from this level on: error (default), warning, notice or never
  --version, -h, --help

Exit codes
  0  nothing at or above --fail-on
  1  a finding at or above --fail-on
  2  the check could not be done: a bad option or configuration, a named file that is missing, a plan that is none

Examples
  clumio-policy-check
      every policy below the current directory, with what the configuration says
  clumio-policy-check --aws-account-id 123456789012 --clumio-role-id ClumioRole-us-west-2-831e8db1-... policies/
      one folder, with the fixes written for this role
  clumio-policy-check --diff | git apply
      the same as --fix, but only to files of the repository
  aws s3api get-bucket-policy --bucket my-bucket | clumio-policy-check --explain -
      a bucket policy that is in force
  clumio-policy-check 'envs/**/*.json' '!envs/sandbox' --format json --output report.json
`;

;// CONCATENATED MODULE: ./lib/config/options.js

/** Merges by precedence: input or flag, then configuration file, then default. (What a plan says comes in `check`.) */
function buildOptions({ inputs, config, today, onlyPaths = null }) {
    const features = inputs.features ?? config?.features ?? null;
    return {
        integrations: options_integrations(inputs, config?.integrations ?? []),
        account: inputs.account ?? inputs.role?.account ?? null,
        features: features ?? defaults/* DEFAULT_FEATURES */.Oc,
        featuresSet: features !== null,
        remedy: inputs.remedy ?? config?.remedy ?? defaults/* DEFAULT_REMEDY */.lF,
        protect: config?.protect ?? null,
        context: config?.context ?? {},
        levels: config?.levels ?? {},
        ignore: config?.ignore ?? [],
        failOn: inputs.failOn ?? defaults/* DEFAULT_FAIL_ON */.VQ,
        onlyPaths,
        terraformDirectory: inputs.terraformDirectory,
        today,
    };
}
function options_integrations(inputs, stated) {
    if (inputs.role !== null)
        return [fromInput(inputs.role, inputs.account, stated)];
    const { account } = inputs;
    return stated
        .filter(({ role }) => account === null || role.account === null || role.account === account)
        .map((each) => complete(each.role, account, each, 'configuration'));
}
/**
 * The one integration of an input. What the file states about the same role (its boundary, sessions, path) stays true
 * and is used where the input says nothing; where the file uses it does not matter any more.
 */
function fromInput(role, account, stated) {
    const same = stated.filter((each) => isSameRole(each.role, { ...role, account: role.account ?? account }));
    const [facts, ...others] = same;
    // Two entries for one name may be two roles of two accounts: then neither is known to be meant.
    const known = facts !== undefined && others.every((other) => sameParts(other.role, facts.role)) ? facts : null;
    const merged = {
        partition: role.partition ?? known?.role.partition ?? null,
        account: role.account ?? account ?? known?.role.account ?? null,
        path: role.path ?? known?.role.path ?? null,
        name: role.name,
    };
    return complete(merged, account, known === null ? null : { ...known, files: [], buckets: [], addresses: [] }, 'input');
}
/** True unless the two differ in a part that both state. */
function isSameRole(a, b) {
    const agree = (x, y) => x === null || y === null || x === y;
    return a.name === b.name && agree(a.account, b.account) && agree(a.partition, b.partition) && agree(a.path, b.path);
}
function sameParts(a, b) {
    return a.name === b.name && a.account === b.account && a.partition === b.partition && a.path === b.path;
}
function complete(role, account, facts, origin) {
    const boundary = facts?.boundary ?? null;
    return {
        partition: role.partition,
        account: role.account ?? account,
        rolePath: role.path ?? defaults/* DEFAULT_ROLE_PATH */.JF,
        roleName: role.name,
        boundary: boundary ?? 'none',
        boundaryStated: boundary !== null,
        sessions: facts?.sessions ?? defaults/* DEFAULT_SESSIONS */.QM,
        roleId: facts?.roleId ?? null,
        files: facts?.files ?? [],
        buckets: facts?.buckets ?? [],
        addresses: facts?.addresses ?? [],
        expressions: facts?.expressions ?? null,
        origin,
        introduced: false,
    };
}

// EXTERNAL MODULE: ../../work/main/node_modules/fast-glob/out/index.js
var out = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./lib/files/glob.js




const ESCAPED = /\\([()[\]{}!*?@+|\\])/g;
/** True when a pattern has glob characters that are not escaped. */
function isGlob(pattern) {
    const plain = pattern.replace(ESCAPED, '').replaceAll('\\', '');
    return plain !== '' && out.isDynamicPattern(plain);
}
/** A pattern whose escaped glob characters stand for themselves. */
function unescaped(pattern) {
    return pattern.replace(ESCAPED, '$1');
}
/**
 * The files and links that a pattern matches, without the ignored and excluded ones.
 *
 * @throws {UserError} when a directory cannot be read.
 */
function glob_glob(pattern, request) {
    return find(splitFixed(pattern, request.cwd), null, request);
}
/** The files and links below a directory (absolute) that the default globs match. */
function globDirectory(folder, request) {
    return find({ folder, rest: '**' }, request.defaults.globs, request);
}
function find(wanted, globs, request) {
    const { cwd, excluded, defaults } = request;
    // fast-glob applies `ignore` only below the folder it is given: one that holds both the pattern and the exclusions.
    const top = commonFolder(cwd, wanted.folder);
    const ignore = [...defaultIgnores(wanted, top, defaults), ...excluded.flatMap((each) => exclusion(each, cwd, top))];
    const patterns = (globs ?? [wanted.rest]).map((rest) => below(top, { folder: wanted.folder, rest }));
    const found = [];
    for (const { path, dirent } of walk(patterns, top, ignore)) {
        const link = dirent.isSymbolicLink();
        if (link || dirent.isFile())
            found.push({ path: top === cwd ? path : relativePath(cwd, (0,external_node_path_namespaceObject.resolve)(top, path)), link });
    }
    return found;
}
function walk(patterns, cwd, ignore) {
    try {
        return out.sync(patterns, {
            cwd,
            ignore,
            dot: true,
            objectMode: true,
            onlyFiles: false,
            followSymbolicLinks: false,
        });
    }
    catch (thrown) {
        const error = (0,errors/* toError */.i)(thrown);
        if (!('code' in error))
            throw error;
        throw new errors/* UserError */.y(`a directory cannot be read (${error.message}); exclude it with a pattern that starts with !`);
    }
}
function splitFixed(pattern, base) {
    // On Windows a backslash separates folders, except where it escapes a glob character.
    const segments = (external_node_path_namespaceObject.sep === '\\' ? pattern.replace(/\\(?![()[\]{}!*?@+|])/g, '/') : pattern).split('/');
    let fixed = 0;
    while (fixed < segments.length - 1 && !isGlob(segments[fixed] ?? ''))
        fixed++;
    const folder = segments.slice(0, fixed).map(unescaped).join('/');
    return { folder: (0,external_node_path_namespaceObject.resolve)(base, fixed > 0 && folder === '' ? '/' : folder), rest: segments.slice(fixed).join('/') };
}
/** A split pattern relative to `top`. */
function below(top, { folder, rest }) {
    const path = relativePath(top, folder);
    return path === '' ? rest : `${out.convertPathToPattern(path)}/${rest}`;
}
function commonFolder(a, b) {
    let folder = a;
    while (!isInside(folder, b) && folder !== (0,external_node_path_namespaceObject.dirname)(folder))
        folder = (0,external_node_path_namespaceObject.dirname)(folder);
    return folder;
}
/** Folders that the pattern goes into by name are walked; the same name further below is ignored again. */
function defaultIgnores(wanted, top, { ignoredFolders, ignoredFiles }) {
    const fixed = relativePath(top, wanted.folder).split('/');
    const inside = ignoredFolders.filter((name) => fixed.includes(name));
    const everywhere = ignoredFolders.filter((name) => !inside.includes(name) && !wanted.rest.split('/').includes(name));
    return [
        ...anyOf('**/', ignoredFiles, ''),
        ...anyOf('**/', everywhere, '/**'),
        ...inside.map((name) => below(top, { ...wanted, rest: `**/${name}/**` })),
    ];
}
/** One pattern for several names: each pattern costs a test for every file. */
function anyOf(before, names, after) {
    if (names.length === 0)
        return [];
    return [before + (names.length === 1 ? names.join('') : `{${names.join(',')}}`) + after];
}
/** An exclusion as patterns relative to `top`, for what it matches and for everything below that. */
function exclusion(pattern, cwd, top) {
    const bare = pattern.replace(/[/\\]+$/, '');
    const readings = [];
    const split = splitFixed(bare, cwd);
    if (isInside(top, split.folder))
        readings.push(below(top, split));
    if (bare.startsWith('**/'))
        readings.push(bare);
    // A name with glob characters also means the file that is called like that.
    if (isGlob(bare) && isInside(top, split.folder)) {
        readings.push(below(top, { folder: split.folder, rest: out.convertPathToPattern(split.rest) }));
    }
    return readings.flatMap((reading) => [reading, `${reading}/**`]);
}

;// CONCATENATED MODULE: ./lib/files/discover.js





/**
 * The files that patterns stand for. A pattern is a file, a directory (the default globs below it) or a glob; `!`
 * subtracts, wherever it stands in the list. Without a pattern that adds, the default globs are meant.
 *
 * A name that exists is taken literally even when it has glob characters (`[id].json`), and as a glob too: otherwise
 * a file that is called like the pattern would take the place of all the files it matches.
 *
 * @throws {UserError} when a directory cannot be read.
 */
function discover(patterns, options) {
    const trimmed = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
    const excluded = trimmed.filter(isNegative).map((pattern) => pattern.slice(1));
    const wanted = trimmed.filter((pattern) => !isNegative(pattern));
    const search = new Search(options, excluded);
    if (wanted.length === 0)
        search.addDirectory(options.cwd);
    for (const pattern of wanted)
        search.add(pattern);
    return search.finish();
}
/**
 * The same for files that must be there: every pattern must match a file, and a directory is no file.
 *
 * @throws {UserError} when a directory cannot be read.
 */
function discoverRequired(patterns, options) {
    if (!patterns.some((pattern) => !isNegative(pattern.trim())))
        return { paths: [], problems: [] };
    const found = discover(patterns, options);
    const directories = patterns.filter((pattern) => statOf((0,external_node_path_namespaceObject.resolve)(options.cwd, pattern.trim()))?.isDirectory());
    const problems = [
        ...found.problems,
        ...found.unmatched.map((pattern) => discover_problemOf(pattern, 'matches no file')),
        ...directories.map((pattern) => discover_problemOf(pattern, 'is a directory; name the files in it')),
    ];
    return { paths: found.paths, problems };
}
class Search {
    #options;
    #request;
    #boundary;
    #paths = new Set();
    #problems = [];
    #unmatched = [];
    constructor(options, excluded) {
        this.#options = options;
        this.#request = { cwd: options.cwd, excluded, defaults: options.defaults };
        this.#boundary = new Boundary(options.workspace);
    }
    add(pattern) {
        const literal = this.#existing(pattern);
        if (literal?.stats.isDirectory())
            this.#addNamedDirectory(pattern, literal.path);
        else if (literal !== null)
            this.#addNamedFile(pattern, literal.path);
        if (isGlob(pattern))
            this.#addGlob(pattern, literal !== null);
        else if (literal === null)
            this.#problem(pattern, 'does not exist');
    }
    addDirectory(folder) {
        this.#keep(globDirectory(folder, this.#request));
    }
    finish() {
        const paths = [...this.#paths].sort();
        return { paths, problems: this.#problems, unmatched: this.#unmatched };
    }
    #addNamedDirectory(pattern, folder) {
        if (this.#boundary.allows(folder))
            this.addDirectory((0,external_node_path_namespaceObject.resolve)(this.#options.cwd, this.#reported(folder)));
        else
            this.#problem(pattern, 'is a link that leads out of the workspace');
    }
    #addNamedFile(pattern, file) {
        if (!this.#boundary.allows(file))
            this.#problem(pattern, 'is a link that leads out of the workspace');
        else if (!isReadable(file))
            this.#problem(pattern, 'cannot be opened');
        else
            this.#paths.add(this.#reported(file));
    }
    #addGlob(pattern, found) {
        const kept = this.#keep(glob_glob(pattern, this.#request));
        if (kept === 0 && !found)
            this.#unmatched.push(pattern);
    }
    /** Adds what a glob found; returns how many of it may be read. */
    #keep(found) {
        const { cwd } = this.#options;
        let kept = 0;
        const allowed = new Map();
        for (const { path, link } of found) {
            const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
            const inside = allowed.get(folder) ?? this.#boundary.allowsFolder((0,external_node_path_namespaceObject.resolve)(cwd, folder));
            allowed.set(folder, inside);
            if (!inside)
                continue;
            if (!link) {
                this.#paths.add(path);
                kept++;
                continue;
            }
            const absolute = (0,external_node_path_namespaceObject.resolve)(cwd, path);
            if (!this.#boundary.allows(absolute) || !statOf(absolute)?.isFile())
                continue;
            this.#paths.add(this.#reported(absolute));
            kept++;
        }
        return kept;
    }
    /** A link within `cwd` is reported as what it leads to: that is where a person edits, and each file counts once. */
    #reported(absolute) {
        const { cwd } = this.#options;
        const real = realPath(absolute);
        const realCwd = realPath(cwd);
        if (real !== null && realCwd !== null && isInside(realCwd, real))
            return relativePath(realCwd, real);
        return relativePath(cwd, absolute);
    }
    /** What stands under the name itself, taken letter by letter or with its escapes removed. */
    #existing(pattern) {
        for (const name of new Set([pattern, unescaped(pattern)])) {
            const path = (0,external_node_path_namespaceObject.resolve)(this.#options.cwd, name);
            const stats = statOf(path);
            if (stats !== null)
                return { path, stats };
        }
        return null;
    }
    #problem(pattern, what) {
        this.#problems.push(discover_problemOf(pattern, what));
    }
}
function isNegative(pattern) {
    return pattern.startsWith('!') && !pattern.startsWith('!(');
}
function discover_problemOf(pattern, what) {
    return new errors/* UserError */.y(`${slashed(pattern)} ${what}`, { path: slashed(pattern) });
}
function isReadable(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.R_OK);
        return true;
    }
    catch {
        return false;
    }
}
function statOf(path) {
    try {
        return (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false }) ?? null;
    }
    catch {
        // A NUL in the name, a file where a folder should be, a loop of links: nothing that could be read.
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/files/repository.js



/**
 * The root of the repository that `cwd` stands in: the nearest folder with a `.git`, no higher than `workspace`, else
 * the workspace itself. Both are absolute. (`actions/checkout` may put a repository into a folder of the workspace.)
 */
function repositoryRoot(cwd, workspace) {
    for (let folder = cwd; isInside(workspace, folder); folder = (0,external_node_path_namespaceObject.dirname)(folder)) {
        if ((0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(folder, '.git')))
            return folder;
        if (folder === (0,external_node_path_namespaceObject.dirname)(folder))
            break;
    }
    return workspace;
}

;// CONCATENATED MODULE: ./lib/files/root.js





/**
 * The workspace of a command that was started in `start` and works in `folder` (both absolute): the repository, else
 * the folder in which it was started when that holds the other, else the folder itself.
 */
function workspaceOf(start, folder) {
    const top = (0,external_node_path_namespaceObject.parse)(folder).root;
    const repository = repositoryRoot(folder, top);
    if (repository !== top)
        return repository;
    return isInside(start, folder) ? start : folder;
}
/**
 * An existing folder as an absolute path.
 *
 * @throws {UserError} when there is no such folder.
 */
function openFolder(cwd, name) {
    const folder = (0,external_node_path_namespaceObject.resolve)(cwd, name);
    if ((0,external_node_fs_namespaceObject.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return folder;
    throw new errors/* UserError */.y(`the working directory ${name} is not a directory`, { path: name });
}

;// CONCATENATED MODULE: ./lib/files/stdin.js
/** Everything that comes over a stream. */
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./lib/files/workspace.js





function openWorkspace({ cwd, workspace, named = [] }) {
    const boundaries = [workspace, ...named.map((folder) => (0,external_node_path_namespaceObject.resolve)(cwd, folder))].map((folder) => new Boundary(folder));
    return {
        source: (path) => new DiskSource(cwd, path),
        replace: (path, bytes) => replaceFile(cwd, path, bytes, boundaries),
        lookup: Object.assign((path) => {
            const absolute = (0,external_node_path_namespaceObject.resolve)(cwd, path);
            if (!inside(boundaries, absolute))
                return null;
            if (!isFile(absolute))
                return null;
            const real = realPath(cwd);
            const name = relativePath(cwd, absolute);
            return new DiskSource(cwd, name, real !== null && realPath(absolute) !== (0,external_node_path_namespaceObject.resolve)(real, name));
        }, { list: (folder) => listFolder(cwd, folder, boundaries) }),
    };
}
function inside(boundaries, absolute) {
    return boundaries.some((boundary) => boundary.resolveInside(absolute) !== null);
}
/** The names in a folder as paths; none for a folder that does not exist or lies outside of the workspace. */
function listFolder(cwd, folder, boundaries) {
    const absolute = (0,external_node_path_namespaceObject.resolve)(cwd, folder);
    if (!inside(boundaries, absolute))
        return [];
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(absolute)
            .sort()
            .map((name) => (folder === '' ? name : `${folder}/${name}`));
    }
    catch {
        return [];
    }
}
/** A source whose content is at hand, for standard input and for tests. */
function memorySource(path, bytes) {
    return { path, size: bytes.length, bytes: () => bytes };
}
/**
 * A file on disk. A regular file is read each time it is asked for: ten thousand of them must not stay in memory, and
 * after `--fix` the new content counts. Pipes (`<(terraform show -json plan)`) can be read only once.
 */
class DiskSource {
    path;
    linked;
    #absolute;
    #kept = null;
    constructor(cwd, path, linked = false) {
        this.path = path;
        this.linked = linked;
        this.#absolute = (0,external_node_path_namespaceObject.resolve)(cwd, path);
    }
    get size() {
        const stats = (0,external_node_fs_namespaceObject.statSync)(this.#absolute);
        return stats.isFile() ? stats.size : this.bytes().length;
    }
    bytes() {
        if (this.#kept !== null)
            return this.#kept;
        try {
            const { bytes, regular } = workspace_read(this.#absolute);
            if (!regular)
                this.#kept = bytes;
            return bytes;
        }
        catch (thrown) {
            throw new errors/* UserError */.y(`${this.path} cannot be read (${codeOf(thrown)})`, { path: this.path });
        }
    }
    /** Few system calls and one decoding, for what nearly every file is. */
    quickText() {
        try {
            const file = (0,external_node_fs_namespaceObject.openSync)(this.#absolute, 'r');
            try {
                const stats = (0,external_node_fs_namespaceObject.fstatSync)(file);
                if (!stats.isFile() || stats.size > SCRATCH.length)
                    return null;
                const text = SCRATCH.toString('utf8', 0, (0,external_node_fs_namespaceObject.readSync)(file, SCRATCH, 0, stats.size, 0));
                return isOrdinary(text) ? text : null;
            }
            finally {
                (0,external_node_fs_namespaceObject.closeSync)(file);
            }
        }
        catch (thrown) {
            throw new errors/* UserError */.y(`${this.path} cannot be read (${codeOf(thrown)})`, { path: this.path });
        }
    }
    /** In pieces, for plans that are larger than memory should be. */
    *chunks() {
        const file = (0,external_node_fs_namespaceObject.openSync)(this.#absolute, 'r');
        try {
            if (!(0,external_node_fs_namespaceObject.fstatSync)(file).isFile()) {
                yield this.bytes();
                return;
            }
            for (;;) {
                const chunk = new Uint8Array(CHUNK);
                const length = (0,external_node_fs_namespaceObject.readSync)(file, chunk, 0, CHUNK, null);
                if (length === 0)
                    return;
                yield chunk.subarray(0, length);
            }
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    }
}
/** Small files are read into it, one after the other. */
const SCRATCH = Buffer.allocUnsafeSlow(64 * 1024);
/** No mark, no bytes that were no UTF-8, no zero bytes of UTF-16. */
function isOrdinary(text) {
    return text.charCodeAt(0) !== 0xfeff && !text.includes('\ufffd') && !text.includes('\0');
}
/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024;
function workspace_read(path) {
    const file = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
    try {
        return { bytes: (0,external_node_fs_namespaceObject.readFileSync)(file), regular: (0,external_node_fs_namespaceObject.fstatSync)(file).isFile() };
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
function isFile(path) {
    try {
        return (0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/text/source.js
/** The same source, which must turn out to be a plan. */
function asPlan(source) {
    const { path } = source;
    const chunks = source.chunks ? { chunks: () => source.chunks?.() ?? [] } : {};
    return { path, mustBe: 'plan', size: source.size, bytes: () => source.bytes(), ...chunks };
}

;// CONCATENATED MODULE: ./lib/terminal/prepare.js










const STDIN = '-';
/** The name of standard input in reports; no file of a repository is called like that. */
const STDIN_PATH = '<stdin>';
/**
 * From inputs to sources and options.
 *
 * @throws {UserError} when the configuration is not valid or nothing can be read at all.
 */
async function prepare(inputs, { cwd, stdin, now }) {
    const folder = openFolder(cwd, inputs.workingDirectory ?? '.');
    const root = workspaceOf(cwd, folder);
    const named = inputs.terraformDirectory === null ? [] : [inputs.terraformDirectory];
    const workspace = openWorkspace({ cwd: folder, workspace: root, named });
    const config = await readConfig(inputs.config, workspace, folder, [folder, cwd, root]);
    const options = buildOptions({ inputs, config, today: now.toISOString().slice(0, 10) });
    const read = [...inputs.planFiles, ...inputs.files].filter((name) => name === STDIN);
    if (read.length > 1)
        throw new errors/* UserError */.y('standard input (-) can be read only once');
    const piped = read.length === 0 ? [] : [memorySource(STDIN_PATH, await readAll(stdin))];
    const input = inputs.planFiles.includes(STDIN) ? piped.map(asPlan) : piped;
    const found = findFiles(inputs, folder, root);
    const plans = new Set(found.plans);
    const files = found.paths.map((path) => (plans.has(path) ? asPlan(workspace.source(path)) : workspace.source(path)));
    return { folder, workspace, options, sources: [...input, ...files], ...found };
}
/** The configuration that was named, else the first that is where it usually is. */
async function readConfig(named, workspace, cwd, folders) {
    const usual = () => folders.map((folder) => workspace.lookup(relativePath(cwd, (0,external_node_path_namespaceObject.join)(folder, defaults/* CONFIG_PATH */.tF))));
    const source = named === null ? usual().find((found) => found !== null) : workspace.source(relativePath(cwd, named));
    if (source === undefined || source === null)
        return null;
    const { parseConfig } = await __nccwpck_require__.e(/* import() */ 153).then(__nccwpck_require__.bind(__nccwpck_require__, 4153));
    return parseConfig(source.bytes(), source.path);
}
function findFiles(inputs, cwd, workspace) {
    const isFile = (pattern) => pattern !== STDIN;
    const settings = { cwd, workspace, defaults: defaults/* DEFAULT_FILES */.Yc };
    const plans = discoverRequired(inputs.planFiles.filter(isFile), settings);
    // Standard input alone stands for itself, not for the default files beside it.
    const onlyInput = inputs.files.length > 0 && !inputs.files.some(isFile);
    const files = onlyInput ? { paths: [], problems: [], unmatched: [] } : discover(inputs.files.filter(isFile), settings);
    return {
        plans: plans.paths,
        paths: [...new Set([...plans.paths, ...files.paths])],
        problems: [...plans.problems, ...files.problems],
        unmatched: files.unmatched,
    };
}

;// CONCATENATED MODULE: ./lib/terminal/progress.js
/** Nothing is shown for work that is done sooner. */
const QUIET_MS = 400;
const INTERVAL_MS = 100;
/** A line with the number of files done, on a terminal and only when the work takes long. */
function progressOn(stream, total) {
    if (stream.isTTY !== true)
        return { tick: () => { }, clear: () => { } };
    const started = performance.now();
    let shownAt = started + QUIET_MS - INTERVAL_MS;
    let shown = false;
    return {
        tick: (filesDone) => {
            const now = performance.now();
            if (now - shownAt < INTERVAL_MS)
                return;
            shownAt = now;
            shown = true;
            stream.write(`\r\u001b[Kchecked ${filesDone} of ${total} files`);
        },
        clear: () => {
            if (shown)
                stream.write('\r\u001b[K');
        },
    };
}

;// CONCATENATED MODULE: ./lib/terminal/streams.js



/** Colours only where somebody sees them: no-color.org, and FORCE_COLOR as Node reads it. */
function wantsColor(stream, env, noColor) {
    if (noColor || (env.NO_COLOR ?? '') !== '')
        return false;
    const forced = env.FORCE_COLOR;
    if (forced !== undefined)
        return forced !== '0' && forced !== 'false';
    return stream.isTTY === true && env.TERM !== 'dumb';
}
/** Writes all of a text. A reader that has gone away (`| head`) is no failure. */
function write(stream, text) {
    return new Promise((resolve, reject) => {
        const failed = (error) => {
            if ('code' in error && error.code === 'EPIPE')
                resolve();
            else
                reject(error);
        };
        // The error also comes as an event, which would end the process without a listener; it may come late.
        stream.once('error', failed);
        stream.write(text, (error) => {
            if (error === null || error === undefined) {
                stream.off('error', failed);
                resolve();
            }
            else
                failed(error);
        });
    });
}
/** Messages for the person at the terminal, on stderr. */
class Messages {
    #stream;
    #color;
    constructor(stream, color) {
        this.#stream = stream;
        this.#color = color;
    }
    /** A mistake of the user in one sentence with its place; anything else is a bug and shows its stack. */
    error(thrown) {
        const error = (0,errors/* toError */.i)(thrown);
        if (error instanceof errors/* UserError */.y)
            return this.#say('error', 'red', placed(error));
        const stack = error.stack ?? error.message;
        return this.#say('error', 'red', `this is a bug in clumio-policy-check; nothing was decided. Please report it.\n${stack}`);
    }
    warning(text) {
        return this.#say('warning', 'yellow', text);
    }
    note(text) {
        return write(this.#stream, `${escapeLines(text)}\n`);
    }
    #say(label, color, text) {
        return write(this.#stream, `${painter(this.#color)(`${label}:`, color, 'bold')} ${escapeLines(text)}\n`);
    }
}
function placed({ message, location }) {
    if (location?.line === undefined)
        return message;
    return `${location.path}:${location.line}:${location.column ?? 1}: ${message}`;
}
function escapeLines(text) {
    return text.split('\n').map(report_escape/* forTerminal */.Qf).join('\n');
}

;// CONCATENATED MODULE: ./lib/run-cli.js













/** The exit codes of the contract. */
const EXIT = { clean: 0, findings: 1, impossible: 2 };
/** A fix can uncover a further finding; a fix that brings itself back must not run for ever. */
const MAX_ROUNDS = 5;
/**
 * The command line: reads `argv`, checks, reports, and returns the exit code. Never throws.
 *
 * @param judge the check itself, replaceable in tests.
 */
async function runCli(argv, around, judge = check) {
    const messages = new Messages(around.stderr, wantsColor(around.stderr, around.env, argv.includes('--no-color')));
    try {
        const args = readArguments(argv);
        if (args.kind === 'run')
            return await new run_cli_Run(args, around, messages, judge).run();
        await write(around.stdout, args.kind === 'help' ? HELP : `${VERSION}\n`);
        return EXIT.clean;
    }
    catch (thrown) {
        await messages.error(thrown);
        return EXIT.impossible;
    }
}
class run_cli_Run {
    #args;
    #around;
    #messages;
    #judge;
    #problems = [];
    constructor(args, around, messages, judge) {
        this.#args = args;
        this.#around = around;
        this.#messages = messages;
        this.#judge = judge;
    }
    async run() {
        const format = await loadFormat(this.#args.format);
        const prepared = await prepare(this.#args.inputs, this.#around);
        for (const pattern of prepared.unmatched)
            await this.#messages.warning(`${pattern} matches no file`);
        await this.#note(prepared.problems);
        if (prepared.sources.length === 0 && prepared.problems.length > 0)
            return EXIT.impossible;
        const first = await this.#check(prepared);
        const result = this.#args.fix ? await this.#fix(first, prepared) : first;
        if (this.#args.diff)
            await this.#printDiff(result, prepared);
        await this.#print(result, prepared, format);
        if (this.#problems.length > 0)
            return EXIT.impossible;
        return result.report.conclusion === 'failure' ? EXIT.findings : EXIT.clean;
    }
    async #check({ sources, workspace, options, problems }) {
        const progress = progressOn(this.#around.stderr, sources.length);
        try {
            const hooks = { explain: this.#args.explain, progress: progress.tick };
            return withUnread(await this.#judge(sources, workspace.lookup, options, hooks), problems);
        }
        finally {
            progress.clear();
        }
    }
    /** Writes edits and checks again until none is left. */
    async #fix(first, prepared) {
        const written = new Set();
        let result = first;
        for (let round = 0; round < MAX_ROUNDS && editsByPath(result).size > 0; round++) {
            const edited = writeEdits(result, prepared.workspace);
            for (const path of edited.written)
                written.add(path);
            await this.#note(edited.problems);
            if (edited.written.length === 0)
                break;
            result = await this.#check(prepared);
            if (edited.problems.length > 0)
                break;
        }
        await this.#messages.note(written.size === 0 ? 'nothing to fix' : `fixed: ${[...written].sort().join(', ')}`);
        return result;
    }
    async #printDiff(result, { sources, workspace }) {
        const known = new Map(sources.map((source) => [source.path, source]));
        const diff = diffOf(result, (path) => known.get(path) ?? workspace.source(path));
        await this.#note(diff.problems);
        await write(this.#around.stdout, diff.text);
    }
    async #print(result, { folder }, format) {
        const { output, inputs, noColor, explain, diff } = this.#args;
        const { stdout, env } = this.#around;
        const color = output === null && wantsColor(stdout, env, noColor);
        const context = { color, explain, rulePages: rulePages(env), failOn: inputs.failOn ?? defaults/* DEFAULT_FAIL_ON */.VQ };
        if (output !== null)
            writeReport(folder, output, format(result, context));
        else if (!diff)
            await write(stdout, format(result, context));
        if (output !== null || diff)
            await this.#messages.note(counts(result));
    }
    async #note(problems) {
        for (const problem of problems)
            await this.#messages.error(problem);
        this.#problems.push(...problems);
    }
}
/** Formats are loaded when they are asked for: most runs need one. */
async function loadFormat(name) {
    switch (name) {
        case 'pretty':
            return pretty;
        case 'json':
            return (await __nccwpck_require__.e(/* import() */ 125).then(__nccwpck_require__.bind(__nccwpck_require__, 7125))).json;
        case 'github':
            return (await __nccwpck_require__.e(/* import() */ 577).then(__nccwpck_require__.bind(__nccwpck_require__, 577))).commands;
        case 'markdown':
            return (await __nccwpck_require__.e(/* import() */ 8).then(__nccwpck_require__.bind(__nccwpck_require__, 1008))).markdown;
        case 'sarif':
            throw new errors/* UserError */.y('--format: sarif is not available yet; use json');
    }
}
/** Files that were named and are missing are part of the report: it must not look as if they had been judged. */
function withUnread(result, problems) {
    if (problems.length === 0)
        return result;
    const missing = problems.map(({ message, location }) => ({ path: location?.path ?? '', reason: message }));
    return { ...result, report: { ...result.report, unread: [...missing, ...result.report.unread] } };
}
function counts({ report: { summary } }) {
    const { errors, warnings, notices } = summary;
    return `errors: ${errors}, warnings: ${warnings}, notices: ${notices}`;
}


/***/ }),

/***/ 4626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   X0: () => (/* binding */ detectEncoding),
/* harmony export */   lF: () => (/* binding */ encode)
/* harmony export */ });
/**
 * Decodes by byte order mark; without one, UTF-16 is recognised by the zero bytes that ASCII text has in it
 * (PowerShell's `>` writes UTF-16), and everything else must be valid UTF-8.
 */
function decode(bytes) {
    const encoding = detectEncoding(bytes);
    const skip = encoding.mark ? (encoding.name === 'utf-8' ? 3 : 2) : 0;
    try {
        const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true });
        return { ok: true, text: decoder.decode(skip === 0 ? bytes : bytes.subarray(skip)), encoding };
    }
    catch {
        return { ok: false, reason: `it is not valid ${encoding.name.toUpperCase()} text` };
    }
}
/** The bytes of a text in the given encoding, with its mark. */
function encode(text, encoding) {
    const marked = (encoding.mark ? '\ufeff' : '') + text;
    if (encoding.name === 'utf-8')
        return new TextEncoder().encode(marked);
    const bytes = new Uint8Array(marked.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < marked.length; i++)
        view.setUint16(i * 2, marked.charCodeAt(i), encoding.name === 'utf-16le');
    return bytes;
}
function detectEncoding(bytes) {
    const [a, b, c] = bytes;
    if (a === 0xef && b === 0xbb && c === 0xbf)
        return { name: 'utf-8', mark: true };
    if (a === 0xff && b === 0xfe)
        return { name: 'utf-16le', mark: true };
    if (a === 0xfe && b === 0xff)
        return { name: 'utf-16be', mark: true };
    if (bytes.length >= 2 && bytes.length % 2 === 0) {
        if (a !== 0 && b === 0)
            return { name: 'utf-16le', mark: false };
        if (a === 0 && b !== 0)
            return { name: 'utf-16be', mark: false };
    }
    return { name: 'utf-8', mark: false };
}


/***/ }),

/***/ 7112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ toLineEdit),
/* harmony export */   kc: () => (/* binding */ applyLineEdits),
/* harmony export */   nz: () => (/* binding */ applyTextEdits)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5109);

/** Applies edits whose offsets all refer to the original text. Throws when two of them overlap. */
function applyTextEdits(text, edits) {
    const sorted = [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length);
    let result = '';
    let at = 0;
    for (const edit of sorted) {
        if (edit.offset < at)
            throw new Error(`overlapping edits at offset ${edit.offset}`);
        result += text.slice(at, edit.offset) + edit.text;
        at = edit.offset + edit.length;
    }
    return result + text.slice(at);
}
/**
 * Applies whole-line edits as a GitHub suggestion does: the file's own line ends are kept, identical edits count once.
 * Throws when two different edits overlap or a range lies outside the text.
 */
function applyLineEdits(text, edits) {
    const index = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIndexOf */ .cL)(text);
    const eol = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .eolStyle */ .qA)(text) === 'crlf' ? '\r\n' : '\n';
    const unique = new Map();
    for (const edit of edits)
        unique.set(`${edit.startLine}:${edit.endLine}:${edit.replacement}`, edit);
    const textEdits = [...unique.values()].map((edit) => {
        if (edit.startLine < 1 || edit.endLine < edit.startLine || edit.endLine > index.count) {
            throw new Error(`edit of lines ${edit.startLine} to ${edit.endLine} lies outside the text`);
        }
        const offset = index.startOf(edit.startLine);
        return { offset, length: index.endOf(edit.endLine) - offset, text: edit.replacement.replaceAll('\n', eol) };
    });
    return applyTextEdits(text, textEdits);
}
/**
 * The smallest whole-line replacement that turns `before` into what the text edits make of it, or null when nothing
 * changes. Both ends of the edits stay in: a replacement covers every line that an edit touches and no other.
 */
function toLineEdit(before, edits) {
    if (edits.length === 0)
        return null;
    const index = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIndexOf */ .cL)(before);
    const first = Math.min(...edits.map((edit) => edit.offset));
    const last = Math.max(...edits.map((edit) => edit.offset + edit.length));
    const startLine = index.positionAt(first).line;
    const endLine = Math.max(startLine, index.positionAt(last).line);
    const start = index.startOf(startLine);
    const end = index.endOf(endLine);
    const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }));
    const old = before.slice(start, end);
    const replacement = applyTextEdits(old, inside);
    return replacement === old ? null : { startLine, endLine, replacement: replacement.replaceAll('\r\n', '\n') };
}


/***/ }),

/***/ 5109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cL: () => (/* binding */ lineIndexOf),
/* harmony export */   qA: () => (/* binding */ eolStyle),
/* harmony export */   rr: () => (/* binding */ LineIndex)
/* harmony export */ });
/**
 * Line starts of a text. Lines end at `\n`, as in a Git diff; a `\r` before it belongs to the line end, a lone `\r`
 * to the line.
 */
class LineIndex {
    text;
    #starts;
    constructor(text) {
        this.text = text;
        const starts = [0];
        for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
            starts.push(at + 1);
        this.#starts = starts;
    }
    /** Number of lines; a text that ends in a line end has no further empty line, an empty text has one. */
    get count() {
        const last = this.#starts.at(-1) ?? 0;
        return last === this.text.length && this.#starts.length > 1 ? this.#starts.length - 1 : this.#starts.length;
    }
    /** Offset of the first character of a 1-based line; the text's length for a line past the end. */
    startOf(line) {
        return this.#starts[line - 1] ?? this.text.length;
    }
    /** Offset behind the last character of a 1-based line, before its line end. */
    endOf(line) {
        const next = this.#starts[line];
        if (next === undefined)
            return this.text.length;
        const end = next - 1;
        return end > this.startOf(line) && this.text[end - 1] === '\r' ? end - 1 : end;
    }
    /** Text of a 1-based line, without its line end. */
    lineText(line) {
        return this.text.slice(this.startOf(line), this.endOf(line));
    }
    /** 1-based line and column of an offset. */
    positionAt(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
}
let last = null;
/** The index of a text; the last one is kept, since a file is asked about once for each of its findings. */
function lineIndexOf(text) {
    if (last?.text !== text)
        last = new LineIndex(text);
    return last;
}
/** Which line ends a text uses. */
function eolStyle(text) {
    let lf = false;
    let crlf = false;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
        if (at > 0 && text[at - 1] === '\r')
            crlf = true;
        else
            lf = true;
        if (lf && crlf)
            return 'mixed';
    }
    return crlf ? 'crlf' : lf ? 'lf' : 'none';
}


/***/ }),

/***/ 5458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ matchesPath),
/* harmony export */   H: () => (/* binding */ matchesName)
/* harmony export */ });
/**
 * Matches a path or a name against a glob: `*` any run without `/`, `**` any run, `?` one character. A pattern that
 * names a folder (`prod` or `prod/`) covers what lies below it. No regular expression, and time linear in both for each
 * wildcard, because patterns come from a file that a pull request may change.
 */
function matchesPath(pattern, path) {
    const wanted = pattern.startsWith('./') ? pattern.slice(2) : pattern;
    if (match(wanted, path))
        return true;
    return match(`${wanted.endsWith('/') ? wanted.slice(0, -1) : wanted}/**`, path);
}
/** Matches a name without separators (a bucket, a Sid, an address): `*` any run, `?` one character. */
function matchesName(pattern, name) {
    return match(pattern.replaceAll('*', '**'), name);
}
/** Positions of the pattern that are alive after each character of the path. */
function match(pattern, path) {
    let states = closure(pattern, [0]);
    for (const char of path) {
        const next = [];
        for (const state of states) {
            const symbol = pattern[state];
            if (symbol === undefined)
                continue;
            if (symbol === '*') {
                if (pattern[state + 1] === '*' || char !== '/')
                    next.push(state);
            }
            else if (symbol === char || (symbol === '?' && char !== '/'))
                next.push(state + 1);
        }
        states = closure(pattern, next);
        if (states.size === 0)
            return false;
    }
    return states.has(pattern.length);
}
/** A star may match nothing, `**` followed by a slash also stands for no folder at all. */
function closure(pattern, from) {
    const states = new Set();
    const todo = [...from];
    for (let state = todo.pop(); state !== undefined; state = todo.pop()) {
        if (states.has(state))
            continue;
        states.add(state);
        if (pattern[state] !== '*')
            continue;
        const double = pattern[state + 1] === '*';
        todo.push(state + (double ? 2 : 1));
        if (double && pattern[state + 2] === '/' && (state === 0 || pattern[state - 1] === '/'))
            todo.push(state + 3);
    }
    return states;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".cli.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3758);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
