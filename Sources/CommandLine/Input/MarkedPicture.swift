import Clinical
import Pictures

/// A picture on which landmarks were marked.
struct MarkedPicture {
  let path: String

  /// Checks that the landmarks of a file lie in this picture.
  /// - Returns: the photo as an evaluation keeps it; none without a scale bar, since its figure would have no size.
  /// - Throws: exit 64 with what to do.
  func holding(_ file: LandmarkFile) throws -> [TappedPhoto] {
    let picture = try picture()
    guard file.photos.count == 1, let photo = file.photos.first else {
      throw CommandError(
        .usage, "--photo is the picture of one view, and the landmarks are of \(file.photos.count).",
        next: "Give one view with its picture at a time. Nothing was saved.")
    }
    let outside = photo.points.filter { point in
      !(0...Double(picture.width)).contains(point.value.x) || !(0...Double(picture.height)).contains(point.value.y)
    }
    guard outside.isEmpty else {
      throw CommandError(
        .usage, "these landmarks lie outside of \(path).",
        why: outside.keys.sorted().map(\.rawValue),
        next: [
          "It is \(picture.width) by \(picture.height) pixels as it is shown, upright. Correct them; nothing was saved."
        ])
    }
    return photo.scaleLength.map { scaleLength in
      [
        TappedPhoto(
          view: photo.view, width: picture.width, height: picture.height, scaleLength: scaleLength, points: photo.points
        )
      ]
    } ?? []
  }

  private func picture() throws -> Picture {
    let bytes = try InputFile(path: path).bytes()
    do throws(PictureFault) {
      return try Picture(cleaning: bytes[...])
    } catch {
      throw CommandError(
        .usage, "\(path) cannot be used.", why: pictureWords.sentence(for: error), next: "Nothing was saved.")
    }
  }
}
