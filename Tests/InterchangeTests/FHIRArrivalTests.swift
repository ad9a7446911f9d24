import Clinical
import Installation
import Testing

@testable import Interchange

/// What is taken over from FHIR R4, and what is said of the rest.
@Suite struct FHIRArrivalTests {
  private let pack: ContentPack

  init() throws { pack = try ShareDirectory.contentPack() }

  private func arrival(_ text: String) throws -> FHIRArrival { try FHIRArrival(Array(text.utf8), pack: pack) }

  private func response(_ items: String) throws -> FHIRArrival.Response {
    let resource = """
      {"resourceType": "QuestionnaireResponse", "questionnaire": "\(FHIR.formURL)|1.0.0", "status": "completed",
       "subject": {"reference": "Patient/1"}, "item": [\(items)]}
      """
    return try #require(try arrival(resource).responses.first)
  }

  @Test(arguments: ["", "not JSON", "<Bundle/>", "[]", #"{"id": "1"}"#, #"{"resourceType": 1}"#])
  func whatIsNoResourceIsSaidToBeNone(text: String) throws {
    #expect(throws: FHIRArrival.Fault.notFHIR) { try arrival(text) }
  }

  @Test(arguments: [
    #"{"resourceType": "Bundle"}"#, #"{"resourceType": "Observation", "status": "final"}"#,
    #"{"resourceType": "Bundle", "entry": [{}, {"resource": {"resourceType": "Practitioner"}}]}"#,
    #"{"resourceType": "QuestionnaireResponse", "questionnaire": "http://example.org/other", "item": []}"#,
  ])
  func nothingOfUseIsSaidToBeSo(text: String) throws {
    #expect(throws: FHIRArrival.Fault.nothingOfUse) { try arrival(text) }
  }

  @Test func aPatientBecomesAClient() throws {
    let patient = #"""
      {"resourceType": "Patient", "id": "p1", "active": false, "birthDate": "1980-03-09",
       "name": [{"use": "old", "text": "Ana Costa"}, {"use": "official", "given": ["Ana", "Rita"], "family": "Lima"},
                {"use": "nickname", "text": "Nita"}],
       "telecom": [{"system": "phone", "value": "+351 912 000 001"}, {"system": "phone", "use": "old", "value": "1"},
                   {"system": "email", "value": "ana@example.org"}],
       "address": [{"line": ["1 Elm St"], "city": "Porto", "postalCode": "4000"}],
       "contact": [{"name": {"text": "Rui"}, "telecom": [{"system": "phone", "value": "912 000 009"}]}]}
      """#
    let found = try #require(try arrival(patient).patients.first)
    #expect(found.references == ["Patient/p1", "urn:uuid:p1"])
    let client = found.client
    #expect(client.name == "Ana Rita Lima" && client.archived && client.doubts.isEmpty)
    #expect(client.email == "ana@example.org" && client.phone == "+351 912 000 001")
    #expect(client.birthDate?.iso == "1980-03-09")
    let note = client.notes.joined()
    for part in ["Nickname: Nita", "1 Elm St, Porto, 4000", "Emergency contact: Rui 912 000 009"] {
      #expect(note.contains(part), "\(part)")
    }
  }

  /// A detail that is none is not lost: it stands in the note, as from a list of clients.
  @Test func whatCannotBeADetailIsNoted() throws {
    let patient = #"""
      {"resourceType": "Patient", "name": [{"text": "Bo Chen"}], "birthDate": "1980",
       "telecom": [{"system": "email", "value": "at home"}]}
      """#
    let client = try #require(try arrival(patient).patients.first?.client)
    #expect(client.email == nil && client.birthDate == nil && client.remarks.count == 2)
    #expect(client.notes.joined().contains("at home") && client.notes.joined().contains("1980"))
  }

  @Test(arguments: [
    #"{"resourceType": "Patient"}"#, #"{"resourceType": "Patient", "name": [{"text": "\u200b"}]}"#,
    #"{"resourceType": "Patient", "name": [{"text": "Ana\u0007Lima"}]}"#,
  ])
  func aPatientWithoutANameIsDoubtful(text: String) throws {
    let client = try #require(try arrival(text).patients.first?.client)
    #expect(!client.canBeAdded)
  }

  /// The same person twice in a Bundle is asked about.
  @Test func aPatientWhoComesTwiceIsDoubtful() throws {
    let one = #"{"resource": {"resourceType": "Patient", "name": [{"text": "Ana Lima"}], "birthDate": "1980-03-09"}}"#
    let clients = try arrival(#"{"resourceType": "Bundle", "entry": [\#(one), \#(one)]}"#).patients.map(\.client)
    #expect(clients.map(\.doubts.isEmpty) == [true, false])
  }

  /// Answers are never put on the wrong one of two people.
  @Test func aReferenceThatTwoPeopleShareNamesNeither() throws {
    func entry(_ url: String, _ name: String) -> String {
      #"{"fullUrl": "\#(url)", "resource": {"resourceType": "Patient", "id": "1", "name": [{"text": "\#(name)"}]}}"#
    }
    func answers(of subject: String) -> String {
      #"""
      {"resource":
        {"resourceType": "QuestionnaireResponse", "questionnaire": "\#(FHIR.formURL)", \#(subject) "item": []}}
      """#
    }
    let entries = [
      entry("urn:a", "Ana Lima"), entry("", "Bo Chen"), answers(of: #""subject": {"reference": "Patient/1"},"#),
      answers(of: #""subject": {"reference": "urn:a"},"#), answers(of: ""),
    ]
    let arrival = try arrival(#"{"resourceType": "Bundle", "entry": [\#(entries.joined(separator: ","))]}"#)
    #expect(arrival.responses.map(\.patient) == [nil, 0, nil])
  }

  @Test func answersWithinGroupsOfAnotherSystemAreRead() throws {
    let response = try response(
      #"""
      {"linkId": "page1", "item": [{"linkId": "visit.reason", "answer": [{"valueString": "Neck"}]},
        {"linkId": "sleep.hours", "answer": [{"valueInteger": 7}]}]}
      """#)
    #expect(response.misfits == [] && response.subject == "Patient/1")
    #expect(response.answers[.init(rawValue: "visit.reason")] == .text("Neck"))
    #expect(response.answers[.init(rawValue: "sleep.hours")] == .number(7))
  }

  @Test(arguments: [
    #"{"linkId": "no.such", "answer": [{"valueString": "x"}]}"#: "no.such",
    #"{"linkId": "sleep.hours", "answer": [{"valueString": "seven"}]}"#: "sleep.hours",
    #"{"linkId": "health.conditions", "answer": [{"valueString": "asthma"}]}"#: "health.conditions",
    #"{"linkId": "visit.reason", "answer": [{"valueString": "a"}, {"valueString": "b"}]}"#: "visit.reason",
  ])
  func whatDoesNotFitIsNamed(item: String, name: String) throws {
    let response = try response(item)
    #expect(response.misfits == [name] && response.answers[.init(rawValue: name)] == nil)
  }
}
