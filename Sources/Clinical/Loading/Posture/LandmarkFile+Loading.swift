import JSON

/// The file: `{"view": "lateral_r", "landmarks": {"lm.c7": [400, 600], ...}, "scale_mm": 200, "readings": {"a_T1": 28,
/// ...}}`, or several photos as `{"photos": [{"view": ..., "landmarks": ...}, ...]}`.
extension LandmarkFile {
  private static let readingNames: Set = ["a_T1", "a_T12", "a_S1"]

  /// Decodes a file and checks its names against the pack.
  package init(decoding bytes: [UInt8], for pack: ContentPack) throws(MalformedInput) {
    let json = try JSON(file: bytes)
    var faults: [String] = []
    let pictures = json["photos"]?.array ?? (json["landmarks"] == nil ? [] : [json])
    let photos = pictures.compactMap { Self.photo($0, pack, &faults) }
    var readings: [String: Double] = [:]
    for member in json["readings"]?.members ?? [] {
      if Self.readingNames.contains(member.key), let value = member.value.number {
        readings[member.key] = value
      } else {
        faults.append("readings: \(member.key) is not a reading in degrees; known are a_T1, a_T12 and a_S1")
      }
    }
    if pictures.isEmpty && readings.isEmpty {
      faults.append("there is nothing to measure: give \"landmarks\" with a \"view\", or \"readings\"")
    }
    if !faults.isEmpty { throw MalformedInput(faults) }
    self.init(photos: photos, readings: readings)
  }

  private static func photo(_ json: JSON, _ pack: ContentPack, _ faults: inout [String]) -> Photo? {
    let views = pack.views.filter { !$0.landmarks.isEmpty }
    guard let view = views.first(where: { $0.id.rawValue == json["view"]?.string }) else {
      faults.append("view must be one of \(views.map(\.id.rawValue).joined(separator: ", "))")
      return nil
    }
    var points: [Landmark.ID: Photo.Point] = [:]
    for member in json["landmarks"]?.members ?? [] {
      let id = Landmark.ID(rawValue: member.key)
      let coordinates = member.value.array?.compactMap(\.number) ?? []
      if pack.landmark(id) == nil {
        faults.append("\(member.key): the pack has no such landmark")
      } else if coordinates.count != 2 || member.value.array?.count != 2 {
        faults.append("\(member.key): a point is [x, y] in pixels of the picture")
      } else {
        points[id] = Photo.Point(x: coordinates[0], y: coordinates[1])
      }
    }
    return Photo(
      view: view.id, points: points, scaleLength: json["scale_mm"]?.number, pixelsPerMillimetre: json["k"]?.number)
  }
}
