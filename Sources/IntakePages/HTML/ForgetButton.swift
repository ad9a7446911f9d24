/// "Done, remove from this device": for a device that others use too.
struct ForgetButton {
  let visit: LinkVisit

  var html: HTML {
    """
    <form method="post" action="\(visit.address(PagePath.done))"><div class="go">\
    <button class="plain">\(visit.words.forgetHere)</button></div></form>

    """
  }
}
