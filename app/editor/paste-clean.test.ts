import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPastedHtml } from './paste-clean.ts'

const htmlOf = (html: string) => cleanPastedHtml(html).html

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Author content="Col. Hidden">
<title>Draft</title><style><!-- p.MsoNormal {font-family:Calibri} --></style>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Col. Hidden</o:Author></o:DocumentProperties></xml><![endif]--></head>
<body lang=EN-GB><!--StartFragment--><h2 style='margin-left:0cm'>Line to take<o:p></o:p></h2>
<p class=MsoNormal style='text-align:justify'><b><span style='font-size:12.0pt'>We hold to </span></b><ins cite="mailto:Col.%20Hidden" datetime="2026-10-21T09:31">tactical</ins><del cite="mailto:Col.%20Hidden" datetime="2026-10-21T09:32">operational FALLBACK</del> control<a style='mso-comment-reference:CH_1'><span class=MsoCommentReference>[CH1]</span></a>.<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span><![endif]>Confirm the limits</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span>a)<span>&nbsp;</span></span><!--[endif]-->Ask the capital</p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>hidden remark</span><img width=1 src="https://tracker.example/beacon.png">After</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Do not tell them</p></div></div>
<!--EndFragment--></body></html>`

describe('from a word processor', () => {
  test('[EC-46] [ED-15] tracked deletions, comments, hidden text and authors are in nothing that is left', () => {
    const { html, leftOut } = cleanPastedHtml(fromWord)
    for (const secret of [
      'Hidden',
      'FALLBACK',
      'CH1',
      'hidden remark',
      'Do not tell',
      'cite',
      'datetime',
      '2026',
      'Mso',
    ])
      expect(html).not.toContain(secret)
    expect(html).toContain('We hold to ')
    expect(html).toContain('tactical control')
    expect(leftOut).toContain('withheld')
  })

  test('[SEC-078] [ED-15] no picture and no address of one is left', () => {
    const { html, leftOut } = cleanPastedHtml(fromWord)
    expect(html).not.toMatch(/img|src|tracker/)
    expect(leftOut).toContain('pictures')
    for (const hostile of [
      '<picture><source srcset="https://x.example/a"><img src="https://x.example/b"></picture>',
      '<p background="https://x.example/c" style="background:url(https://x.example/d)">x</p>',
      '<svg><image href="https://x.example/e"/></svg>',
      '<iframe src="https://x.example/f"></iframe><video poster="https://x.example/g"></video>',
      '<link rel="stylesheet" href="https://x.example/h"><style>@import "https://x.example/i"</style>',
    ])
      expect(htmlOf(hostile), hostile).not.toContain('x.example')
  })

  test('[ED-15] headings, bold words and lists stay, as what they are', () => {
    const html = htmlOf(fromWord).replace(/>\s+</g, '><')
    expect(html).toContain('<h2>Line to take</h2>')
    expect(html).toContain('<b><span>We hold to </span></b>')
    expect(html).toContain('<ul><li><p>Confirm the limits</p><ol><li><p>Ask the capital</p></li></ol></li></ul>')
  })

  test('[ED-15] a table stays a table', () => {
    const table =
      '<table class=MsoTableGrid border=1 style="border:none"><tr style="x"><td width=100 colspan=2 style="padding:0">Unit</td></tr></table>'
    expect(htmlOf(table)).toBe('<table><tr><td colspan="2">Unit</td></tr></table>')
  })
})

describe('from anywhere', () => {
  test('[ED-15] what was copied here comes back with its ids, levels and ticks', () => {
    const own =
      '<h3 dir="auto" data-level="2" data-id="heading01" data-pm-slice="1 1 []">Questions</h3><ul data-tasks=""><li data-checked="true" data-id="task00001"><label contenteditable="false"><input type="checkbox"></label><div><p>Ask</p></div></li></ul>'
    expect(htmlOf(own)).toBe(
      '<h3 data-level="2" data-id="heading01" data-pm-slice="1 1 []">Questions</h3><ul data-tasks=""><li data-checked="true" data-id="task00001"><div><p>Ask</p></div></li></ul>',
    )
  })

  test('[ED-15] the weight that Google Docs gives is read, its colours are not', () => {
    const html = htmlOf(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="color:#111;font-weight:700">x</span></p></b>',
    )
    expect(html).toBe('<b style="font-weight:normal"><p><span style="font-weight:700">x</span></p></b>')
  })

  test('[SEC-077] [ED-15] a link to elsewhere than https: or mailto: is only its words', () => {
    expect(htmlOf('<a href="https://example.org/a" onclick="x()" target=_blank>a</a>')).toBe(
      '<a href="https://example.org/a">a</a>',
    )
    for (const href of [
      'javascript:alert(1)',
      'java&#115;cript&colon;alert(1)',
      '#_ftn1',
      'http://example.org',
      'file:///c:/x',
    ])
      expect(htmlOf(`<a href="${href}">words</a>`), href).toBe('words')
    expect(htmlOf('<a href="#x">a <a href="https://example.org/">b</a> c</a>')).toBe(
      'a <a href="https://example.org/">b</a> c',
    )
  })

  test('[SEC-076] [ED-15] nothing that runs is left, whatever comes in', () => {
    const hostile = [
      '<script>alert(1)</script>a',
      '<img src=x onerror=alert(1)>a',
      '<p onmouseover="alert(1)">a</p>',
      '<svg/onload=alert(1)>a',
      '<style>*{}</style>a<base href="https://x">',
      '<math><mtext></p><script>alert(1)</script>',
      '<p title="</p><script>alert(1)</script>">a</p>',
      '<<script>script>alert(1)<</script>/script>',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    ]
    for (const html of hostile) expect(htmlOf(html), html).not.toMatch(/<(script|img|svg|style|base|math)|on\w+=/i)
  })

  test('[SEC-089] [ED-15] any input is cleaned in one pass, and what comes out is clean', () => {
    const pieces = fc.constantFrom(
      '<p',
      '<',
      '>',
      '"',
      "'",
      '=',
      '</',
      'a href',
      '<!--',
      '-->',
      '<![',
      '<del>',
      '</del>',
      'x',
      ' ',
      '<b>',
      '<li>',
      'style="',
      '&#',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (all) => {
        const once = htmlOf(all.join(''))
        expect(once).not.toMatch(/<del|<img|<script|\son\w+=/i)
        expect(htmlOf(once)).toBe(htmlOf(htmlOf(once)))
      }),
    )
    for (const piece of ['<a "', '<p style="', '<!--', '<', '&#', '<p a', '<![if ', "='"]) {
      const started = performance.now()
      htmlOf(piece.repeat(300_000))
      expect(performance.now() - started, piece).toBeLessThan(4_000)
    }
  })
})
