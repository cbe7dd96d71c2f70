// Preloaded into the action under test: writes every address it connects to, or asks the name service for, into the
// file that CONNECTIONS_FILE names. Timers of PATIENT_FROM milliseconds and more take a thousand times as long: the machine of the
// tests may be so busy that the fake GitHub, too, answers late.
const { appendFileSync } = require('node:fs')
const dns = require('node:dns')
const net = require('node:net')

const file = process.env.CONNECTIONS_FILE
const patientFrom = Number(process.env.PATIENT_FROM)
const timer = globalThis.setTimeout
globalThis.setTimeout = (callback, milliseconds, ...rest) =>
  timer(callback, milliseconds >= patientFrom ? milliseconds * 1000 : milliseconds, ...rest)
const note = (address) => appendFileSync(file, `${address}\n`)

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...parameters) {
  const [first] = parameters.flat()
  if (typeof first === 'object') note(first.path ?? `${first.host ?? 'localhost'}:${first.port}`)
  else note(String(first))
  return connect.apply(this, parameters)
}

for (const api of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const original = api[name]
    api[name] = function (host, ...rest) {
      note(`name:${host}`)
      return original.call(this, host, ...rest)
    }
  }
}
