import Records

/// The privacy notice that the consent refers to: what is kept, why, who sees it, how long, and the client's rights.
struct PrivacyPage {
  let visit: Visit

  var page: Page {
    Page(title: "How we keep your answers", letterhead: visit.letterhead, content: content)
  }

  /// In a tab of its own, so that nothing typed is left behind.
  static func link(for visit: Visit) -> HTML {
    """
    <p><a class="tap" href="\(visit.address(Place.privacy))" target="_blank">Read how we keep your answers \
    (opens a new tab)</a></p>

    """
  }

  private var content: HTML {
    """
    <h1>How we keep your answers</h1>
    <h2>What we keep, and why</h2>
    <p>Your answers, what your therapist finds, and your plan. We use them to keep your massage safe and to plan your \
    care. We use them for nothing else.</p>
    <h2>Who sees them</h2>
    <p>Your therapist, those who stand in for them, and the owner of \(visit.invite.practiceName). Each look at your \
    record is noted. Nobody else sees it, unless you agree or the law asks for it.</p>
    <p>Until you send this form, it is locked. Only you can open it, on the device you use or with your code.</p>
    <h2>How long</h2>
    <p>As long as the law asks us to keep such records. Then they are erased.</p>
    <h2>Your rights</h2>
    <ul>
    <li>You can ask for a copy.</li>
    <li>You can have mistakes put right.</li>
    <li>You can take back what you agreed to, at any time.</li>
    <li>You can ask us to erase your record. If the law makes us keep a part, we tell you which.</li>
    </ul>
    <p>This page sets one cookie. It holds the key to your unsent form, and nothing else.</p>
    """
  }
}
