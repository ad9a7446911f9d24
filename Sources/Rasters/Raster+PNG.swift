import CPNG

extension Raster {
  init(png bytes: [UInt8]) throws(RasterFault) {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else { throw .unreadable }
    let (width, height) = (Int(image.width), Int(image.height))
    guard width > 0, height > 0 else { throw .unreadable }
    guard width <= PictureFile.mostPixels / height else { throw .tooLarge }
    // Red, green and blue: the formats are macros that Swift does not see.
    image.format = 0x02
    var pixels = [UInt8](repeating: 0, count: width * height * Self.bytesPerPixel)
    var white = png_color(red: 255, green: 255, blue: 255)
    guard png_image_finish_read(&image, &white, &pixels, 0, nil) != 0 else { throw .unreadable }
    self.init(width: width, height: height, pixels: pixels)
  }
}
