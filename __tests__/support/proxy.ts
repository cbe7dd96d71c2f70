import { createServer, request as forward, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/**
 * A proxy that leads every host to one address, whatever its name: loopback addresses always bypass a proxy, so the
 * action is told a name that nobody resolves.
 */
export class ForwardProxy {
  /** The hosts asked for, in order. */
  readonly hosts: string[] = []
  readonly #server: Server

  private constructor(server: Server, target: URL) {
    this.#server = server
    const { hostname, port } = target
    server.on('connect', (request, socket, head) => {
      this.hosts.push(request.url ?? '')
      const upstream = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        upstream.write(head)
        upstream.pipe(socket).pipe(upstream)
      })
      upstream.on('error', () => socket.destroy())
      socket.on('error', () => upstream.destroy())
    })
    server.on('request', (request, response) => {
      const asked = new URL(request.url ?? '')
      this.hosts.push(asked.host)
      const { method, headers } = request
      const upstream = forward({ hostname, port, path: asked.pathname + asked.search, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      upstream.on('error', () => response.destroy())
      request.pipe(upstream)
    })
  }

  static async start(target: string): Promise<ForwardProxy> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ForwardProxy(server, new URL(target))
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
