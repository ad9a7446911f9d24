/// A structure element of tagged PDF (ISO 32000-1, 14.8.4).
package enum Tag: String, Sendable {
  case document = "Document"
  case section = "Sect"
  case division = "Div"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case paragraph = "P"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case row = "TR"
  case header = "TH"
  case cell = "TD"
  case span = "Span"
}
