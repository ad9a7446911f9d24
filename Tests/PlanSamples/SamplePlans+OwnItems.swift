import Clinical
import Foundation

/// The own items of a made-up practice: one for each kind of load, every second with a photograph.
extension SamplePlans {
  package static let ownItems = Result<[OwnItem], any Error> {
    let content = try pack.get()
    let loads = content.ownItems?.loads ?? []
    return loads.enumerated().map { index, load in
      OwnItem(
        id: .init(rawValue: "own.\(load.id)"), title: "Our own: \(load.label)", category: "stretch",
        regions: ["g_low_back"], loads: [load.id],
        steps: ["Begin slowly.", "Breathe – in & out.", "Stop when it’s enough."],
        stopIf: ["Your fingers tingle"],
        dose: [.repeats: 4 + index % 5, .timesADay: 1 + index % 3, .daysAWeek: 1 + index % 7],
        causes: [content.hypotheses[index % content.hypotheses.count].id])
    }
  }

  /// The content with the own items of the practice.
  package static let extended = Result<ContentPack, any Error> { try pack.get().adding(try ownItems.get()) }

  /// The photographs of the own items.
  package static let pictures = Result<[HomeCareItem.ID: ItemPicture], any Error> {
    let every = try ownItems.get().enumerated().filter { index, _ in index % 2 == 0 }.map { $1 }
    let jpeg = Array(Data(base64Encoded: photograph) ?? Data())
    return Dictionary(
      uniqueKeysWithValues: every.map { ($0.id, ItemPicture(jpeg: jpeg, alternative: "A photograph of \($0.title)")) })
  }

  /// A JPEG of 60 by 40 pixels, as base64.
  private static let photograph = """
    /9j/4AAQSkZJRgABAQEACQAJAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9 \
    lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAoADwD \
    ASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKB \
    kaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZ \
    mqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQF \
    BgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5 \
    OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX \
    2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDsmO1SQC2B0HeovPbH+ol/If406cZgkG7b8p5yRj8RzWYsPy83K+xF1Lz+vpQJ3NNZ \
    ckgxuuPUf4U8HIzWetjNu+Zjj2uZf8aPsU3PJ6cf6TL1/OgV2aNFUIrFtx85pNuONtzLn+dTfYYv79x/4ESf/FUD1LNFVvsMX9+4/wDAiT/4quP1 \
    3XLjTdXntIF3Rx7cF5pieVB7P70BqdwxIUkdfpmoHmkHRGP/AADP9almbZEzYzgdPWoGmjB5iUkHHVf8aBkkc5YhXSQH12ECpqqCSInCwqSemNvP \
    6075TgfZuPotAizRVYbQf+PYD3wtP85v+eTfmP8AGgZNXH674UvtS1ee7glt1jk24DswPCgdh7V1ayk9UK/XFO3+1ABKMxsPl6fxdPxqATHA3G3/ \
    AAl/+tRRQImiO9SSE68bWyKftHpRRQMNo9KNo9KKKADaPSjaPSiigD//2Q==
    """.replacing(" ", with: "")
}
