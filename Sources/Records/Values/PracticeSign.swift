import Foundation
import PostgreSQL

extension Door {
  /// The practice that a link belongs to, as the pages under the link name it.
  package struct PracticeSign: Sendable {
    package let name: String
    /// The practice's colour in CSS, `#rrggbb`; nil means the default.
    package let colour: String?
    package let phone: String?
    /// The client's therapist.
    package let therapist: String
    /// The time zone in which the practice counts days; UTC where this machine does not know it.
    package let zone: TimeZone
  }
}

extension Door.PracticeSign {
  init(_ row: Row) throws {
    name = try row.string("practice_name")
    colour = try row.text("practice_colour")
    phone = try row.text("practice_phone")
    therapist = try row.string("therapist_name")
    zone = try row.zone("time_zone")
  }
}
