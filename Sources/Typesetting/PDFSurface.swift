import CPangoCairo

/// A Cairo surface that writes a PDF file into memory.
final class PDFSurface {
  private final class Sink { var bytes: [UInt8] = [] }

  let context: OpaquePointer
  private let surface: OpaquePointer
  private let sink = Sink()

  init(page: PageFormat, metadata: Metadata) throws {
    let write: cairo_write_func_t = { sink, data, count in
      guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        write, Unmanaged.passUnretained(sink).toOpaque(), page.width, page.height),
      let context = cairo_create(surface)
    else { throw PDF.Failure(description: "Cairo made no PDF surface") }
    self.surface = surface
    self.context = context
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    let time = metadata.date + "T00:00:00Z"
    for (field, value) in [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
      (CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords.joined(separator: ", ")),
      (CAIRO_PDF_METADATA_CREATE_DATE, time), (CAIRO_PDF_METADATA_MOD_DATE, time),
    ] {
      cairo_pdf_surface_set_metadata(surface, field, value.withoutNoncharacters)
    }
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  func addBookmark(_ title: String, under parent: Int32?, page: Int, x: Double, y: Double) -> Int32 {
    cairo_pdf_surface_add_outline(
      surface, parent ?? 0, title.withoutNoncharacters, "page=\(page) pos=[\(Int(x)) \(Int(y))]",
      CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  /// Returns the file as Cairo wrote it.
  func finish() throws -> [UInt8] {
    let drawn = cairo_status(context)
    cairo_surface_finish(surface)
    let written = cairo_surface_status(surface)
    for status in [drawn, written] where status != CAIRO_STATUS_SUCCESS {
      throw PDF.Failure(description: String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }
}

extension String {
  /// The text without noncharacters (Unicode 23.7), which Cairo takes for invalid UTF-8 and fails on.
  fileprivate var withoutNoncharacters: String {
    String(
      UnicodeScalarView(unicodeScalars.filter { !(0xFDD0...0xFDEF).contains($0.value) && $0.value & 0xFFFE != 0xFFFE }))
  }
}
