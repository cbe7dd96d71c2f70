import type { Document } from '../document.js'
import type { Form } from '../form.js'
import { isOfManifest, mayBeManifest } from '../kubernetes/manifests.js'
import { manifestPolicies } from '../kubernetes/policies.js'
import { withBesides } from '../wrapped/policies.js'
import { readAny } from './policy-json.js'

/** Manifests of buckets and their policies: AWS Controllers for Kubernetes, and Crossplane. */
export const kubernetes: Form = {
  id: 'kubernetes',
  source: 'kubernetes',
  words: ['.services.k8s.aws/', '.upbound.io/', '.crossplane.io/'],
  mayBeIn: mayBeManifest,
  mayBeInYaml: mayBeManifest,
  readText: (_source, text) => readTemplate(text),
  readObject(object, place) {
    const held = manifestPolicies(object, place)
    if (held === null) return null
    return withBesides(held, object, place, { isOwn: (route) => isOfManifest(object, route), readPolicy: readAny })
  },
}

/** A template of such manifests says nothing before it is rendered, whether or not it happens to parse. */
function readTemplate(text: string): Document | null {
  if (!text.includes('{{') || !mayBeManifest(text) || !POLICY.test(text)) return null
  return { kind: 'unreadable', text, reason: TEMPLATE, offset: text.indexOf('{{') }
}

/** A member that holds a policy. */
const POLICY = /["']?\b(?:policy|rawPolicy)["']?[ \t]*:/

const TEMPLATE = 'it is a template, of Helm or a like tool: check what "helm template" makes of it'
