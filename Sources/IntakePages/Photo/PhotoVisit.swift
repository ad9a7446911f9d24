import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// The context of a request through a photo link: the draft behind it, its photos and taps, and the content.
struct PhotoVisit: Sendable {
  let token: LinkToken
  let opened: Door.OpenedPhotos
  let basis: PhotoBasis
  let pack: ContentPack
  /// How long the link still works, in seconds.
  let secondsLeft: Int
  /// Scheme and host under which the pages were asked for.
  let origin: String
  var words: any PageWords { letterhead.words }

  var letterhead: Letterhead { Letterhead(opened.practice) }

  var overview: String { "/e/\(token.text)" }
  func address(_ view: EvaluationView.ID) -> String { "\(overview)/\(view)" }

  func address(_ tap: LandmarkTap, at place: PicturePlace? = nil) -> String {
    "\(overview)/\(tap.round.segment)/\(tap.landmark)" + (place.map { "/\($0.segment)" } ?? "")
  }

  func pictureAddress(_ picture: Door.OpenedPhotos.Picture) -> String {
    "\(overview)/\(picture.view)/picture/\(picture.id.lowercased)"
  }

  /// The landmarks of a round that have no place yet, in their order.
  func missing(_ round: PhotoRound) -> [Landmark.ID] {
    let placed = points(round)
    return PhotoTaps.landmarks(of: round.view).filter { placed[$0] == nil }
  }

  func points(_ round: PhotoRound) -> [Landmark.ID: Photo.Point] {
    let tapped = opened.tapped(round.view)
    return (round.number == 1 ? tapped?.points : tapped?.again) ?? [:]
  }

  func viewName(_ view: EvaluationView.ID) -> String {
    pack.views.first { $0.id == view }?.plainName.capitalisedFirst ?? view.rawValue
  }

  /// The header fields of a page that shows a picture: it, and nothing else, may be loaded.
  func policy(for picture: Door.OpenedPhotos.Picture) -> [(name: String, value: String)] {
    [(ContentSecurityPolicy.header, ContentSecurityPolicy.withPicture(at: origin + pictureAddress(picture)))]
  }
}

/// One placing of all landmarks of a view: the first, or once more to see how well it is repeated.
struct PhotoRound: Sendable, Hashable {
  let view: EvaluationView.ID
  let number: Int

  init(_ view: EvaluationView.ID, _ number: Int = 1) {
    self.view = view
    self.number = number
  }

  private static let againSuffix = "-again"

  /// Reads the segment of an address.
  init(segment: String) {
    let isAgain = segment.hasSuffix(Self.againSuffix)
    view = EvaluationView.ID(rawValue: isAgain ? String(segment.dropLast(Self.againSuffix.count)) : segment)
    number = isAgain ? 2 : 1
  }

  var segment: String { view.rawValue + (number == 2 ? Self.againSuffix : "") }
}

/// A landmark that is being placed.
struct LandmarkTap: Sendable {
  let round: PhotoRound
  let landmark: Landmark.ID

  /// Its place in the order of taps, from 0.
  var index: Int { order.firstIndex(of: landmark) ?? 0 }
  var order: [Landmark.ID] { PhotoTaps.landmarks(of: round.view) }
  var previous: LandmarkTap? { index == 0 ? nil : LandmarkTap(round: round, landmark: order[index - 1]) }
}

/// A pixel of a picture.
struct PicturePlace: Sendable, Hashable {
  let x: Int
  let y: Int

  /// The place within the picture that is nearest.
  init(x: Int, y: Int, in picture: Door.OpenedPhotos.Picture) {
    self.x = min(max(x, 0), picture.width - 1)
    self.y = min(max(y, 0), picture.height - 1)
  }

  /// Reads the segment of an address, as in `120-340`; nil when it is none of this picture.
  init?(segment: String, in picture: Door.OpenedPhotos.Picture) {
    let parts = segment.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let x = parts[0], let y = parts[1], (0..<picture.width).contains(x),
      (0..<picture.height).contains(y)
    else { return nil }
    (self.x, self.y) = (x, y)
  }

  var segment: String { "\(x)-\(y)" }
  var centre: Photo.Point { Photo.Point(x: Double(x) + 0.5, y: Double(y) + 0.5) }
}
