extension BranchPicture {
  var html: HTML {
    """
    <section aria-labelledby="branch-title" id="branch">
    <h2 id="branch-title">The branch</h2>
    <figure>
    <div class="scroll" role="group" aria-label="Picture of the branch; it scrolls sideways" tabindex="0">
    <svg width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="group" aria-label="\(label)">
    \(each: lines, \.html)\(each: dots, \.html)\(each: texts, \.html)</svg>
    </div>
    <p id="commit" class="commit" role="status"></p>
    <figcaption>\(caption) <span class="legend">\(each: legend, \.html)</span></figcaption>
    </figure>
    </section>

    """
  }
}

extension BranchPicture.Line {
  fileprivate var html: HTML {
    """
    <path class="\(kind)" d="\(path)"/>

    """
  }
}

extension BranchPicture.Dot {
  /// With a ring around it that is large enough for a finger.
  fileprivate var html: HTML {
    """
    <a class="\(kind)" href="\(address)" rel="noreferrer noopener"><title>\(title)</title>\
    <circle cx="\(x)" cy="\(y)" r="12"/><path d="\(path)"/></a>

    """
  }
}

extension BranchPicture.Text {
  fileprivate var html: HTML {
    """
    <text x="\(x)" y="\(y)" text-anchor="\(anchor)">\(text)</text>

    """
  }
}

extension BranchPicture.Legend {
  fileprivate var html: HTML {
    """
    <span><svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">\
    <g class="\(kind)"><path d="\(path)"/></g></svg> \(label)</span>\u{20}
    """
  }
}
