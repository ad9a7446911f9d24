package enum OutputFormat: String, Sendable, CaseIterable {
  case table, tsv, json, jsonl, csv
  case csvRaw = "csv-raw"
}
