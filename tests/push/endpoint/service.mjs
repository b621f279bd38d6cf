// A push service on loopback: `node service.mjs PORT`. It checks whom a message is from and opens it, as a browser would.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { PushApiModel } = require('web-push-testing/src/PushApiModel')
const WebPushTestingServer = require('web-push-testing/src/server')
const Server = WebPushTestingServer.WebPushTestingServer ?? WebPushTestingServer
new Server(new PushApiModel(), Number(process.argv[2])).startServer()
