import ArgumentParser
import Care
import JSON
import Records

struct ClientShow: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "One client on one page.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    // This call records in the audit that somebody has looked at the whole record.
    let client = try await desk.client("\(try await desk.find(client, console).id)")
    let course = try await ClientCourse(of: client.id, at: desk)
    let notes = try await desk.notes(of: "\(client.id)")
    let notices = try await desk.notices(of: "\(client.id)")
    var report = client.report(notices, course.pack)
    report.course(course)
    if let note = notes.first {
      report.heading("Last note")
      report.note(note)
    }
    let lastNote = notes.first.map { JSON($0, ClientNote.columns) } ?? .null
    try console.show(
      client.json.adding(["notices": notices.json]).adding(course.json).adding(["last_note": lastNote]), report)
    if notes.count > 1 { console.next("plumbline client notes \(client.shortID)", "all \(notes.count) notes") }
    if !course.trends.isEmpty { console.next("plumbline client trend \(client.shortID)", "everything over time") }
  }
}
