/// The client's copy of a plan, sealed under its link.
package struct SealedPlanCopy: Sendable {
  /// `ClientPlanCopy`, for the page.
  package let copy: [UInt8]
  /// `ClientPlanCopy.CheckInBasis`, for the check-ins.
  package let checkInBasis: [UInt8]

  package init(copy: [UInt8], checkInBasis: [UInt8]) {
    self.copy = copy
    self.checkInBasis = checkInBasis
  }
}
