import ArgumentParser
import Clinical

extension ArgumentHelp {
  static let planItem: ArgumentHelp = "Its number in the plan, or a home-care item such as hc.chin_tuck."
}

extension [HomeCareItem.ID] {
  /// Returns the item that a person means: by its number in the plan, counted from 1, or by the id of any item.
  ///
  /// - Parameter plan: the plan's name in the command that is suggested.
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
