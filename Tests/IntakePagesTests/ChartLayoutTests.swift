import Clinical
import Installation
import Testing

@testable import IntakePages

/// The checkboxes over the body chart.
struct ChartLayoutTests {
  @Test(arguments: [BodyRegion.View.back, .front])
  func noTwoPlacesOverlapAndEachIsLargeEnough(view: BodyRegion.View) throws {
    let regions = try ShareDirectory.contentPack().regions.filter { $0.view == view }
    let spots = ChartLayout(regions).spots
    for (region, spot) in zip(regions, spots) {
      #expect(spot.right - spot.left >= 10 && spot.bottom - spot.top >= 10, "\(region.id)")
      #expect(spot.left >= 0 && spot.top >= 0 && spot.right <= 100 && spot.bottom <= 220, "\(region.id)")
      #expect((spot.left - 2...spot.right + 2).contains(region.shape.cx), "\(region.id) is where it is drawn")
      #expect((spot.top - 2...spot.bottom + 2).contains(region.shape.cy), "\(region.id) is where it is drawn")
      for (other, place) in zip(regions, spots) where other.id.rawValue < region.id.rawValue {
        let apart =
          spot.right <= place.left || place.right <= spot.left || spot.bottom <= place.top
          || place.bottom <= spot.top
        #expect(apart, "\(region.id) and \(other.id)")
      }
    }
  }

  @Test func theStylesheetHasEveryPlace() throws {
    let style = Stylesheet(practiceColour: nil).text
    let regions = try ShareDirectory.contentPack().regions
    for view in [BodyRegion.View.back, .front] {
      for spot in ChartLayout(regions.filter { $0.view == view }).spots {
        for name in spot.classes.split(separator: " ") { #expect(style.contains("input.\(name){")) }
      }
    }
  }
}
