import TestSupport

/// One command with its exit status for each of the three therapists: Mira owns Stillwater and cares for the client,
/// Jonas works there, Tom owns another practice.
///
/// The rows run in order. `MatrixStory` fills in the words in braces; a row may name the record that it makes.
struct CommandRow: Sendable {
  let words: [String]
  let mira: Int32
  let jonas: Int32
  let tom: Int32
  var input = ""
  /// The placeholder by which later rows name the record that Mira makes here.
  var makes: String?

  private init(
    _ words: String, _ mira: Int32, _ jonas: Int32, _ tom: Int32, input: String = "", makes: String? = nil
  ) {
    self.words = words.split(separator: " ").map(String.init)
    (self.mira, self.jonas, self.tom) = (mira, jonas, tom)
    (self.input, self.makes) = (input, makes)
  }

  var isForTheOperator: Bool { [mira, jonas, tom] == [4, 4, 4] && !words.contains("login") }

  /// Who may do what no therapist may.
  var servant: ScratchInstance.Service { words.first == "outbox" ? .outbox : .operator }

  /// A command for every therapist; each sees their own records.
  private static func all(_ words: String, input: String = "", makes: String? = nil) -> CommandRow {
    CommandRow(words, 0, 0, 0, input: input, makes: makes)
  }
  /// A command for the therapist who cares for the client; for the others the record does not exist.
  private static func carer(_ words: String, input: String = "", makes: String? = nil) -> CommandRow {
    CommandRow(words, 0, 3, 3, input: input, makes: makes)
  }
  private static func `operator`(_ words: String, input: String = "") -> CommandRow {
    CommandRow(words, 4, 4, 4, input: input)
  }

  private static let findings = #"{"findings": {"pf.fhp_cva": {"left": 44, "right": 45}}}"#
  private static let otherFindings = #"{"findings": {"pf.fhp_cva": {"left": 50, "right": 51}}}"#
  private static let landmarks = #"{"view": "lateral_r", "landmarks": {"lm.c7": [400, 600], "lm.tragus": [500, 480]}}"#

  private static let report = [
    "Content-Type: multipart/report; report-type=delivery-status", "", "Content-Type: message/delivery-status",
    "Action: failed", "Message-ID: <{message}@127.0.0.1>", "",
  ].joined(separator: "\n")

  private static let ownItem =
    "--kind strengthen --load strength --steps-file - --repeats 5 --times-a-day 1 --days-a-week 7"

  /// The erasure of a client who never existed.
  private static let erasures = """
    [{"practice": "01900000-0000-7000-8000-000000000001", "client": "01900000-0000-7000-8000-00000000dead",
    "erased_at": "2026-01-02T03:04:05Z"}]
    """

  static let story: [CommandRow] = [
    all("today"), all("whoami"), all("version"), all("completion zsh"), all("config list"), all("config path"),
    all("config set PLUMBLINE_PAGER cat"), CommandRow("login --user nobody_of_that_name --name nobody", 4, 4, 4),
    all("form list"), all("form show pain.map"), all("form print --text"), all("form check"), all("content check"),
    all("content items"), all("content coverage"), all("assess {case}"),

    all("client add Someone"), all("client list --all"),
    carer("client edit {client} --set phone=+15550100"),
    carer("client note {client} --note-file -", input: "{canary} likes wrens"),
    carer("client notes {client}"), all("find wrens"), carer("client show {client}"), carer("client timeline {client}"),
    carer("client trend {client}"),
    carer("client share {client} {locum} --until 2099-12-31"), carer("client share {client} {locum} --end"),
    carer("client assign {spare} {locum}"), all("undo --list"), CommandRow("undo", 0, 3, 3),
    carer("client archive {spare}"), carer("client restore {spare}"),
    carer("client hold {spare} --reason court"), carer("client hold {spare} --end"),
    carer("client merge {spare} {client} --yes"), carer("client unmerge {spare}"),
    carer("client erase {spare} --confirm {spare.short}"),
    all("client import - --yes --also all", input: "Name,E-mail\n{arrival},\n"),
    all("import fhir - --also", input: #"{"resourceType": "Patient", "name": [{"text": "{arrival} of FHIR"}]}"#),
    // In an emergency a colleague of the same practice may open the record, and the opening is recorded.
    CommandRow("client open {emergency} --reason-file -", 0, 0, 3, input: "collapsed in the waiting room"),
    // Jonas may read the record, but only Mira may acknowledge the opening.
    CommandRow("client open {emergency} --ack", 0, 4, 3),
    carer("client consent {client} --renew treatment --from sheet"),
    carer("client consent {client} --withdraw treatment --reason-file -", input: "{canary} moves away"),
    carer("client consent {client} --override treatment --reason-file -", input: "{canary} agreed by phone"),

    carer("invite link {client}", makes: "invite"), carer("invite qr {client}"), all("invite list"),
    `operator`("outbox run"),
    carer("invite send {client} --by sms", makes: "sent"), carer("invite remind {sent}"),
    all("outbox list"), carer("outbox show {message}"), carer("outbox retry {message}"),
    `operator`("outbox receive", input: report), carer("outbox bounced {message}"), carer("outbox cancel {message}"),
    carer("invite revoke {invite}"),

    carer("intake start {client} --from-json -", input: "{answers}", makes: "intake"), all("intake list"),
    carer("intake show {intake}"),
    carer("intake flag {intake} --ack rf.cold_sensitive --action adapt --note-file -", input: "no cold for {canary}"),
    carer("intake accept {intake}"), carer("intake print {intake} --text"),
    carer("intake start {client} --from-json -", input: "{answers}", makes: "second"), carer("intake diff {second}"),
    carer("intake review {second} --ack rf.cold_sensitive --action adapt --note-file -", input: "no cold"),
    carer("intake return {second} --message-file -", input: "which medicines, {canary}?"),
    carer("intake amend {intake} --from-json - --reason misread", input: #"{"sleep.hours": 6}"#),
    carer("intake accept {intake}"),

    carer("evaluation new {client} --from-json -", input: findings, makes: "evaluation"),
    carer("evaluation show {evaluation}"), carer("evaluation list {client}"),
    carer("evaluation edit {evaluation} --from-json -", input: otherFindings), carer("evaluation sign {evaluation}"),
    carer("evaluation amend {evaluation} --from-json - --reason misread", input: findings),
    carer("evaluation measure {client} --landmarks -", input: landmarks),
    carer("evaluation new {client} --from-json -", input: otherFindings, makes: "later"),
    carer("evaluation sign {later}"), carer("evaluation compare {client}"),
    carer("evaluation print {evaluation} --text"),

    carer("evaluation new {client} --from-json -", input: otherFindings, makes: "mistaken"),
    carer("evaluation photo {client} --views left,right"), carer("evaluation confirm {mistaken} --yes"),
    carer("client consent {client} --renew photos --from sheet"), carer("evaluation picture {mistaken} right"),
    carer("evaluation discard {mistaken} --yes"),

    carer("visit new {client} --from-json -", input: #"{"said": "{canary} slept well"}"#, makes: "visit"),
    carer("visit edit {visit} --from-json -", input: #"{"minutes": 60, "done": "{canary}'s neck"}"#),
    carer("session {client}"), carer("visit show {visit}"), carer("visit list {client}"), carer("visit sign {visit}"),
    carer("visit amend {visit} --words-file -", input: "and {canary}'s jaw"), carer("visit print {visit} --text"),
    carer("visit new {client} --from-json -", input: "{}", makes: "unmade"), carer("visit discard {unmade} --yes"),

    carer("plan new {client}", makes: "plan"), all("plan list"), carer("plan show {plan}"),
    carer("plan explain {plan}"), carer("plan remove {plan} {item}"), carer("plan add {plan} {item}"),
    carer("plan reorder {plan} {item}"), carer("plan dose {plan} {item} --side left --note {canary}"),
    carer("plan edit {plan} --message-file -", input: "for {canary}"),
    carer("plan preview {plan}"), carer("plan print {plan} --text"), carer("plan template save {template} {plan}"),
    all("plan template list"),
    carer("plan template use {template} {plan}"),
    // Own items belong to the practice: Jonas may, and Mira then finds it there already, or retired.
    CommandRow("item add towel-{template} \(ownItem)", 6, 0, 0, input: "Pull slowly."),
    all("item edit towel-{template} --repeats 8"), all("item list"),
    CommandRow("item retire towel-{template} --yes", 6, 0, 0),
    // A template belongs to the practice: Jonas may delete it, and Mira then finds none.
    CommandRow("plan template delete {template} --yes", 3, 0, 3),
    carer("plan issue {plan}"), carer("plan export {plan} --format text"),
    all("export plans --since 2026-01-01 -o {folder}"), carer("export client {client} --to {folder}/copy.zip"),
    // Tom has made the file by then, and none is replaced.
    CommandRow("export practice --to {folder}/practice.tar", 6, 4, 0), all("export csv intakes"),
    carer("export vcard {client}"), carer("export fhir {client}"),
    // Each practice has its records already, the client is here, and for Tom nobody stands for Mira.
    CommandRow("import practice {folder}/practice.tar", 6, 4, 6),
    CommandRow("import client {folder}/copy.zip", 6, 4, 64), `operator`("practice admit {folder}/practice.tar"),
    carer("plan revise {plan}", makes: "revision"),
    all("checkin list"), carer("checkin list {client}"), carer("checkin show {client}"),
    carer("checkin ack {client} --action adapt --note-file -", input: "{canary} rests for a day"),
    carer("plan diff {revision} {plan}"), carer("plan discard {revision} --yes"), carer("plan link {plan}"),
    carer("plan send {plan} --by sms"),
    carer("plan pause {plan}"),
    carer("plan resume {plan}"), carer("plan close {plan} --yes"),

    all("report completion"), all("report outcomes"), all("report flags"), all("report retention"),
    all("audit list"), carer("audit who {client}"), all("audit verify"), all("audit head"),

    all("practice show"), CommandRow("practice set email desk@example.org", 0, 4, 0),
    CommandRow("content review --by Someone", 0, 4, 0), CommandRow("content review --by {nobody}", 0, 4, 0),
    all("practitioner list"), CommandRow("practitioner transfer {locum} Mira --yes", 0, 4, 3),
    CommandRow("practitioner deactivate {locum} --successor Mira --confirm {locum}", 0, 4, 3),

    `operator`("practice add Elsewhere"), `operator`("practice list"),
    `operator`("practice correct {practice} --phone +15550123"),
    `operator`("practitioner add Somebody --practice {practice}"),
    `operator`("migrate status"), `operator`("migrate up"), `operator`("erasures list"),
    `operator`("erasures replay --from -", input: erasures), `operator`("erasures expire"),
    all("doctor"),
    // `setup` works only as PostgreSQL's superuser, over the socket.
    CommandRow("setup --practice Elsewhere --practitioner Somebody", 64, 64, 64),
  ]
}
