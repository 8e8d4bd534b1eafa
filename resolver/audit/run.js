// Runs every audit of graphql-http against the address given and prints the results as JSON lines; exits 1 where one fails.
import { serverAudits } from 'graphql-http'

const url = process.argv[2]
if (!url) {
  console.error('usage: node run.js URL')
  process.exit(2)
}
let failed = 0
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn()
  if (result.status !== 'ok') failed++
  console.log(JSON.stringify({ id: result.id, name: result.name, status: result.status, reason: result.reason }))
}
process.exit(failed ? 1 : 0)
