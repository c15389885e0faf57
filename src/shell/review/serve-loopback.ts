import { once } from "node:events";
import type { AddressInfo, Server } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

/** A server that only this computer reaches. */
export interface LoopbackServer {
  readonly port: number;
  /** Ends connections and stops listening. */
  readonly close: () => Promise<void>;
}

/**
 * Listens on 127.0.0.1 alone.
 *
 * @param port 0 for any that is free. Rejects with the system's error where it is taken.
 */
export async function serveLoopback(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<LoopbackServer> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server & { readonly closeAllConnections: () => void };
  server.listen(port, "127.0.0.1");
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => {
      throw error as Error;
    }),
  ]);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
