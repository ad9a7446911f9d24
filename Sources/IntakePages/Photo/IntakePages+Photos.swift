import Clinical
import Foundation
import HTTPServer
import Pictures
import Records
import Sealing

/// The pages for posture photos, for the tablet or phone in the room:
///
/// | address under `/e/TOKEN` | is |
/// |---|---|
/// | | the overview |
/// | `/VIEW` | its picture with what is measured, or the form to take one |
/// | `/VIEW/picture` | takes a picture, by POST |
/// | `/VIEW/picture/ID` | the picture |
/// | `/ROUND/LANDMARK` | the whole picture, to be tapped |
/// | `/ROUND/LANDMARK/X-Y` | the place around that pixel, enlarged, to be tapped exactly |
///
/// A round is a view, or a view with `-again`.
extension IntakePages {
  /// With the fields around it, a picture of 8 MB.
  private static let pictureLimit = 8_000_000
  private static let uploadLimit = 8_010_000

  func addPhotoRoutes(to router: inout Router) {
    router.get("/style/window/:sheet") { request, parameters in
      guard let sheet = WindowStylesheet(name: parameters["sheet"] ?? "") else { return Notice.unknownPage }
      return Self.stylesheet(sheet.text).compressed(for: request)
    }
    router.get("/e/:token") { request, parameters in
      await respond(request) { PhotoOverviewPage(visit: try await photos(request, parameters)).page.response }
    }
    router.get("/e/:token/:view") { request, parameters in
      await respond(request) { try await showView(photos(request, parameters), parameters) }
    }
    router.upload("/e/:token/:view/picture", bodyLimit: Self.uploadLimit) { request, parameters in
      await respond(request) { try await savePicture(request, photos(request, parameters), parameters) }
    }
    router.get("/e/:token/:view/picture/:id") { request, parameters in
      await respond(request) { try await showPicture(photos(request, parameters), parameters) }
    }
    router.get("/e/:token/:round/:landmark") { request, parameters in
      await respond(request) {
        let visit = try await photos(request, parameters)
        guard let (tap, picture) = tap(visit, parameters) else { return Notice.unknownPage }
        return LandmarkPage(visit: visit, picture: picture, tap: tap).page.response
      }
    }
    router.get("/e/:token/:round/:landmark/:place") { request, parameters in
      await respond(request) {
        let visit = try await photos(request, parameters)
        guard let (tap, picture) = tap(visit, parameters),
          let place = PicturePlace(segment: parameters["place"] ?? "", in: picture)
        else { return Notice.unknownPage }
        return EnlargedLandmarkPage(visit: visit, picture: picture, tap: tap, place: place).page.response
      }
    }
    router.post("/e/:token/:round/:landmark", bodyLimit: 1_000) { request, parameters in
      await receive(request, parameters) { form, _ in
        try await receiveTap(form, photos(request, parameters), parameters)
      }
    }
    router.post("/e/:token/:round/:landmark/:place", bodyLimit: 1_000) { request, parameters in
      await receive(request, parameters) { form, _ in
        try await receiveExactTap(form, photos(request, parameters), parameters)
      }
    }
  }

  private func photos(_ request: Request, _ parameters: [String: String]) async throws -> PhotoVisit {
    let token = token(parameters)
    try await door.requireRoom(for: token.hash)
    let opened = try await door.openPhotos(linkHash: token.hash)
    return PhotoVisit(
      token: token, opened: opened,
      basis: try token.open(opened.sealed, as: PhotoBasis.self, for: .photoBasis),
      pack: try await door.content(opened.contentVersion),
      secondsLeft: max(0, Int(opened.expiresAt.timeIntervalSince(now()))),
      origin: "\(scheme)://\(request.headers["Host"] ?? "")")
  }

  // MARK: Pictures

  private func showView(_ visit: PhotoVisit, _ parameters: [String: String]) async throws -> Response {
    guard let view = view(visit, parameters) else { return Notice.unknownPage }
    guard let picture = visit.opened.picture(of: view), let tapped = visit.opened.tapped(view) else {
      return TakePhotoPage(visit: visit, view: view).page.response
    }
    return PhotoResultPage(visit: visit, picture: picture, tapped: tapped).page.response
  }

  private func savePicture(
    _ request: Request, _ visit: PhotoVisit, _ parameters: [String: String]
  ) async throws -> Response {
    guard let view = view(visit, parameters) else { return Notice.unknownPage }
    let picture: Picture
    do {
      let form = try MultipartForm(decoding: request.body, contentType: request.headers["Content-Type"] ?? "")
      guard let part = try form.part("photo") else { return Notice.unreadableForm }
      guard part.content.count <= Self.pictureLimit else { throw PictureFault.tooManyPixels }
      picture = try Picture(cleaning: part.content, declaredType: part.content.isEmpty ? nil : part.contentType)
    } catch let fault as PictureFault {
      return TakePhotoPage(visit: visit, view: view, problem: pictureWords.sentence(for: fault)).page.response
    } catch is MultipartError {
      return Notice.unreadableForm
    }
    let id = UUID()
    try await door.savePhoto(
      linkHash: visit.token.hash, view: view, id: id, size: (picture.width, picture.height),
      sealed: visit.token.seal(photo: picture.bytes, of: view.rawValue, id: id))
    let first = PhotoTaps.landmarks(of: view).first.map { LandmarkTap(round: PhotoRound(view), landmark: $0) }
    return seeOther(first.map { visit.address($0) } ?? visit.address(view))
  }

  private func showPicture(_ visit: PhotoVisit, _ parameters: [String: String]) async throws -> Response {
    guard let view = view(visit, parameters), let id = UUID(uuidString: parameters["id"] ?? ""),
      let sealed = try await door.loadPhoto(linkHash: visit.token.hash, view: view, id: id)
    else { return Notice.unknownPage }
    let bytes = try visit.token.open(photo: sealed, of: view.rawValue, id: id)
    // The browser asks once for each picture: another one has another address.
    return Response(
      status: 200,
      headers: [
        ("Content-Type", bytes.starts(with: [0xFF]) ? "image/jpeg" : "image/png"),
        ("Cache-Control", "private, max-age=\(visit.secondsLeft), immutable"),
      ], body: bytes)
  }

  private func view(_ visit: PhotoVisit, _ parameters: [String: String]) -> EvaluationView.ID? {
    visit.opened.views.first { $0.rawValue == parameters["view"] }
  }

  // MARK: Taps

  private func tap(
    _ visit: PhotoVisit, _ parameters: [String: String]
  ) -> (LandmarkTap, Door.OpenedPhotos.Picture)? {
    let round = PhotoRound(segment: parameters["round"] ?? "")
    let landmark = Landmark.ID(rawValue: parameters["landmark"] ?? "")
    guard visit.opened.views.contains(round.view), PhotoTaps.landmarks(of: round.view).contains(landmark),
      let picture = visit.opened.picture(of: round.view)
    else { return nil }
    return (LandmarkTap(round: round, landmark: landmark), picture)
  }

  /// A tap on the whole picture leads to the place around it, enlarged.
  private func receiveTap(
    _ form: FieldValues, _ visit: PhotoVisit, _ parameters: [String: String]
  ) async throws -> Response {
    guard let (tap, picture) = tap(visit, parameters) else { return Notice.unknownPage }
    if form.first("action") == "skip" { return try await place(nil, tap, picture, visit) }
    for (field, width) in PhotoScale.widths {
      guard let (x, y) = form.tap(field) else { continue }
      let pixels = { (length: Int) in length * picture.width / width }
      return seeOther(visit.address(tap, at: PicturePlace(x: pixels(x), y: pixels(y), in: picture)))
    }
    return seeOther(visit.address(tap))
  }

  /// A tap on the enlarged place, or the button that takes the middle of it, places the landmark.
  private func receiveExactTap(
    _ form: FieldValues, _ visit: PhotoVisit, _ parameters: [String: String]
  ) async throws -> Response {
    guard let (tap, picture) = tap(visit, parameters),
      let middle = PicturePlace(segment: parameters["place"] ?? "", in: picture)
    else { return Notice.unknownPage }
    if form.first("action") == "here" { return try await place(middle.centre, tap, picture, visit) }
    guard let (x, y) = form.tap("exact") else { return seeOther(visit.address(tap, at: middle)) }
    let zoom = PhotoScale.zoom(picture)
    let point = Photo.Point(
      x: min(zoom.place(x), Double(picture.width)), y: min(zoom.place(y), Double(picture.height)))
    return try await place(point, tap, picture, visit)
  }

  /// Places a landmark, or leaves it out, and leads to the next one that has no place, or to what is measured.
  private func place(
    _ point: Photo.Point?, _ tap: LandmarkTap, _ picture: Door.OpenedPhotos.Picture, _ visit: PhotoVisit
  ) async throws -> Response {
    try await door.placeLandmark(
      linkHash: visit.token.hash, view: tap.round.view, id: picture.id, round: tap.round.number,
      landmark: tap.landmark, at: point)
    let missing = Set(visit.missing(tap.round))
    let next = tap.order.dropFirst(tap.index + 1).first(where: missing.contains)
    let following = next.map { visit.address(LandmarkTap(round: tap.round, landmark: $0)) }
    return seeOther(following ?? visit.address(tap.round.view))
  }
}

extension FieldValues {
  /// Where an image field was tapped, in CSS pixels. The corner is no tap: the Enter key posts it.
  fileprivate func tap(_ field: String) -> (x: Int, y: Int)? {
    guard let x = first("\(field).x").flatMap({ Int($0) }), let y = first("\(field).y").flatMap({ Int($0) }),
      (0...100_000).contains(x), (0...100_000).contains(y), x > 0 || y > 0
    else { return nil }
    return (x, y)
  }
}
