import JSON

/// The stored shape: `{"view": "lateral_r", "size": [900, 1200], "scale_mm": 500, "landmarks": {"lm.c7": [400, 600], ...},
/// "again": {...}}`, in pixels of the picture as it was shown.
extension TappedPhoto {
  package var json: JSON {
    var members: [JSON.Member] = [
      .init("view", .string(view.rawValue)), .init("size", .array([.integer(width), .integer(height)])),
      .init("scale_mm", JSON(number: scaleLength)), .init("landmarks", Self.json(points)),
    ]
    if !again.isEmpty { members.append(.init("again", Self.json(again))) }
    return .object(members)
  }

  package init?(_ json: JSON) {
    guard let view = json["view"]?.string, let size = json["size"]?.array?.map(\.integer), size.count == 2,
      let width = size[0], let height = size[1], let scale = json["scale_mm"]?.number,
      let points = Self.points(json["landmarks"] ?? .null), let again = Self.points(json["again"] ?? [:])
    else { return nil }
    self.init(
      view: EvaluationView.ID(rawValue: view), width: width, height: height, scaleLength: scale, points: points,
      again: again)
  }

  private static func json(_ points: [Landmark.ID: Photo.Point]) -> JSON {
    .object(
      points.sorted { $0.key < $1.key }.map { id, point in
        .init(id.rawValue, .array([JSON(number: point.x), JSON(number: point.y)]))
      })
  }

  private static func points(_ json: JSON) -> [Landmark.ID: Photo.Point]? {
    guard let members = json.members else { return nil }
    var points: [Landmark.ID: Photo.Point] = [:]
    for member in members {
      guard let place = member.value.array?.compactMap(\.number), place.count == 2 else { return nil }
      points[Landmark.ID(rawValue: member.key)] = Photo.Point(x: place[0], y: place[1])
    }
    return points
  }
}
