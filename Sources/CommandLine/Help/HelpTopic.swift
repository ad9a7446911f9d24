/// What is to be known beside the commands: `plumbline help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"
  case environment
  case formatting

  var sheet: Sheet {
    var sheet = Sheet()
    switch self {
    case .exitCodes:
      sheet.paragraph("Every command ends with one of these, for scripts to look at.")
      sheet.blank()
      for status in ExitStatus.allCases { sheet.fact(String(status.rawValue), status.meaning) }
    case .environment:
      sheet.paragraph("Options win over the environment, the environment over the files of plumbline config path.")
      sheet.blank()
      for setting in Setting.all { sheet.fact(setting.name, setting.meaning) }
      sheet.blank()
      sheet.paragraph(
        "The database is found as psql finds it: --service or PGSERVICE, PGSERVICEFILE, PGHOST, PGDATABASE, PGUSER.")
    case .formatting:
      sheet.fact("On a terminal", "a table fitted to its width; a list of fields where it is narrow")
      sheet.fact("In a pipe", "one line a record, columns parted by tabs, without a heading")
      sheet.fact("--json", "an array for lists, an object for one record; names are only ever added")
      sheet.fact("--jsonl", "one JSON object a line")
      sheet.fact("--csv", "RFC 4180 with a heading; a text that a spreadsheet would run is led by '")
      sheet.fact("--columns a,b", "these columns in this order, in any format; --no-header leaves the heading out")
      sheet.fact("--sort, --limit", "--sort name, --sort -created_at; --limit 10")
      sheet.fact("-o FILE", "writes there; - is standard output")
      sheet.fact("--color", "auto, always or never; NO_COLOR and TERM=dumb turn it off")
      sheet.fact("--no-pager", "never through PLUMBLINE_PAGER, PAGER or less")
      sheet.fact("--width N", "columns to fit to, instead of the terminal's")
      sheet.fact("-q, --quiet", "no remarks on standard error; warnings and errors stay")
      sheet.fact("--no-input", "never ask; fail instead")
    }
    return sheet
  }
}
