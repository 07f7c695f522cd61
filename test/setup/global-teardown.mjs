/** After all tests: the run's databases go, and the whole server when it was ours. */
export default () => globalThis.suppiloTestServer.close();
