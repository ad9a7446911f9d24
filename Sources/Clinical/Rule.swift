/// A condition over answers, findings, trigger points and what was concluded from them.
package indirect enum Rule: Sendable {
  case all([Rule])
  case any([Rule])
  case not(Rule)
  case atLeast(Int, of: [Rule])
}
