extension BranchPicture {
  var html: HTML {
    """
    <section aria-labelledby="picture-title">
    <h2 id="picture-title">The branch</h2>
    <figure>
    <div class="scroll" tabindex="0" role="group" aria-label="Picture of the branch; it scrolls sideways">
    <svg width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(label)">
    \(each: lines, \.html)\(each: dots, \.html)\(each: texts, \.html)</svg>
    </div>
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
  fileprivate var html: HTML {
    """
    <g class="\(kind)"><title>\(title)</title><path d="\(path)"/></g>

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
    <span><svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">\
    <g class="\(kind)"><path d="\(path)"/></g></svg> \(label)</span>\u{20}
    """
  }
}
