/// What a person is told whose picture is not taken. A language is a type that conforms to this protocol, in a file of
/// its own. A text is whole sentences, with what to do next.
package protocol PictureWords: Sendable {
  func sentence(for fault: PictureFault) -> String
}

/// The language of the module.
package let pictureWords: any PictureWords = EnglishPictureWords()

struct EnglishPictureWords: PictureWords {
  func sentence(for fault: PictureFault) -> String {
    switch fault {
    case .empty: "No picture was chosen. Take one, or choose one, and send it."
    case .heic:
      """
      This picture is in Apple's own format (HEIC). On the iPhone or iPad set Settings, Camera, Formats to Most \
      Compatible, and take it again.
      """
    case .otherKind: "This is not a JPEG or PNG picture. Take it with the camera of the phone or tablet."
    case .mislabelled: "This file says that it is another kind of picture than it is. Take the picture again."
    case .broken: "This picture is incomplete or damaged. Take it again, and wait until it has been sent."
    case .unusual:
      "This picture has colours or an encoding that not every browser shows. Take it with the camera as JPEG."
    case .animated: "This picture moves. Take a still one."
    case .tooManyPixels:
      "This picture has more than 50 million pixels. Set the camera to a smaller picture size, and take it again."
    case .tooFewPixels:
      "This picture has fewer than 320 pixels on a side. Set the camera to a larger picture size, and take it again."
    case .appended: "Something that is no picture is attached to this file. Take the picture again with the camera."
    }
  }
}
