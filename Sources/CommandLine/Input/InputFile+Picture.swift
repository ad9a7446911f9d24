import Rasters

extension InputFile {
  /// The picture in the file as a JPEG of nothing but its pixels.
  ///
  /// - Parameter longest: the most pixels of its longer side.
  func picture(longest: Int) throws -> [UInt8] {
    let bytes = try bytes()
    do throws(RasterFault) {
      return try PictureFile.reencoded(bytes, longest: longest)
    } catch {
      let why =
        switch error {
        case .unknownFormat: "It is neither PNG nor JPEG."
        case .unreadable: "It is damaged, or of a kind that is not read, such as one for printing presses."
        case .tooLarge: "It has more than 50 million pixels."
        }
      throw CommandError(.usage, "\(path) is not taken as a picture.", why: why, next: "Save it as PNG or JPEG.")
    }
  }

  /// The picture in the first of these sizes in which its file is small enough.
  func picture(longest sides: [Int], most bytes: Int) throws -> [UInt8] {
    for side in sides {
      let jpeg = try picture(longest: side)
      if jpeg.count <= bytes { return jpeg }
    }
    throw CommandError(
      .usage, "\(path) is too large even as a small picture.", next: "Choose a calmer one.")
  }
}
