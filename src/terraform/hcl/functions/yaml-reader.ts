import { parse } from 'yaml'
import type { YamlReader } from './engine.js'

/** One document in YAML 1.2 with merge keys, as Terraform reads it. Aliases are not followed without end. */
export const readYaml: YamlReader = (text) =>
  parse(text, { version: '1.2', merge: true, maxAliasCount: 100, prettyErrors: false, logLevel: 'error' })
