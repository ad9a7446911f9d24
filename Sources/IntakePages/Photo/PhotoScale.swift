import Records

/// How large a picture is drawn, so that a tap in CSS pixels names a pixel of it.
enum PhotoScale {
  /// The widths of the whole picture: on phones, and where there is room. Which of them was tapped is told by the name of
  /// the field, so that nothing needs to be known of the screen.
  static let widths = [(field: "small", width: 280), (field: "large", width: 640)]

  static func height(_ picture: Door.OpenedPhotos.Picture, width: Int) -> Int {
    max(1, (picture.height * width + picture.width / 2) / picture.width)
  }

  /// The CSS pixels for a pixel of the picture in the enlarged window. As large as leaves a sixth of the picture's width
  /// in a window of a phone, since a finger misses by less than that on the whole picture; never so small that a CSS
  /// pixel is more than two pixels of the picture.
  static func zoom(_ picture: Door.OpenedPhotos.Picture) -> Zoom {
    let most = Double(280 * 6) / Double(picture.width)
    return Zoom.all.last { $0.factor <= most } ?? Zoom.all[0]
  }

  /// A whole factor or a half, so that every place has an address in whole pixels.
  struct Zoom: Sendable {
    static let all = [Zoom(doubled: 1), Zoom(doubled: 2), Zoom(doubled: 4), Zoom(doubled: 8)]

    /// Twice the factor.
    let doubled: Int
    var factor: Double { Double(doubled) / 2 }

    func length(_ pixels: Int) -> Int { pixels * doubled / 2 }
    /// The place in the picture of a tap: browsers round it to the nearest CSS pixel.
    func place(_ length: Int) -> Double { Double(2 * length) / Double(doubled) }
    /// How far an arrow button moves, in pixels of the picture.
    var steps: (fine: Int, coarse: Int) { doubled == 1 ? (2, 20) : (1, 10) }
  }
}
