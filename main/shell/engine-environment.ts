/** This process's environment without what would make the engine run as something else. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env
  return environment
}
