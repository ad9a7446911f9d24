import ArgumentParser
import Clinical

extension ArgumentHelp {
  static let planItem: ArgumentHelp = "Its number in the plan, or a home-care item such as hc.chin_tuck."
}

extension [HomeCareItem.ID] {
  /// The item that a person means: by its number in the plan, counted from one, or by its id, in the plan or not.
  ///
  /// - Parameter plan: how the plan is called in what is proposed.
  /// - Throws: exit 3 when the plan has no such number.
  func named(_ reference: String, in plan: String) throws -> HomeCareItem.ID {
    guard let number = Int(reference) else { return HomeCareItem.ID(rawValue: reference) }
    guard indices.contains(number - 1) else {
      throw CommandError(
        .notFound, "there is no item \(number): the plan has \(count).", next: "plumbline plan explain \(plan)")
    }
    return self[number - 1]
  }
}
