/// Help that is about no single command: `plumbline help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"
  case environment
  case formatting

  var report: Report {
    var report = Report()
    switch self {
    case .exitCodes:
      report.paragraph("Every command ends with one of these, for scripts to look at.")
      report.blank()
      for status in ExitStatus.allCases { report.fact(String(status.rawValue), status.meaning) }
    case .environment:
      report.paragraph("Options win over the environment, the environment over the files of plumbline config path.")
      report.blank()
      for setting in CommandLineSettings.entries { report.fact(setting.name, setting.help) }
      report.blank()
      report.paragraph(
        "The database is found as psql finds it: --service or PGSERVICE, PGSERVICEFILE, PGHOST, PGDATABASE, PGUSER; without "
          + "any of these, the service that plumbline login has written.")
    case .formatting:
      report.fact("On a terminal", "a table fitted to its width; a list of fields where it is narrow")
      report.fact("In a pipe", "one line a record, columns parted by tabs, without a heading")
      report.fact("--json", "an array for lists, an object for one record; names are only ever added")
      report.fact("--jsonl", "one JSON object a line")
      report.fact(
        "--csv",
        "RFC 4180 with a heading; a text that a spreadsheet would run or rewrite is led by ', and control characters are "
          + "shown as pictures")
      report.fact("--csv-raw", "the same with every value as it is, for programs")
      report.fact("--columns a,b", "these columns in this order, in any format; --no-header leaves the heading out")
      report.fact("--sort, --limit", "--sort name, --sort -created_at; --limit 10")
      report.fact(
        "-o FILE", "writes there; - is standard output. A new file is yours alone, an old one keeps its mode and owner")
      report.fact("--color", "auto, always or never; NO_COLOR and TERM=dumb turn it off")
      report.fact("--no-pager", "never through PLUMBLINE_PAGER, PAGER or less")
      report.fact("--width N", "columns to fit to, instead of the terminal's")
      report.fact("-q, --quiet", "no remarks on standard error; warnings and errors stay")
      report.fact("--no-input", "never ask; fail instead")
    }
    return report
  }
}
