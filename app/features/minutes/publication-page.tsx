import { DocumentView } from '#app/editor/document-view.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MutationForm } from '#app/ui/mutation-form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Publication, publishRecord, releaseAllParagraphs, releaseParagraph } from './contract.ts'
import { RecordMasthead } from './record-masthead.tsx'
import { RecordName } from './record-name.tsx'
import { RecordParagraphs } from './record-paragraphs.tsx'

/** Paragraph by paragraph: released to observers or withheld; then the edition as they will read it, and the act. */
export function PublicationPage({ publication }: { publication: Publication }) {
  const { t } = useWords()
  const { minutesId, paragraphs } = publication
  return (
    <Page
      title={
        <>
          {t('minutes.publishTitle')}, <RecordName {...publication} isInSentence />
        </>
      }
      crumbs={[
        { label: t('minutes.title'), to: '/minutes' },
        { label: publication.symbol, to: `/minutes/${minutesId}` },
        { label: t('minutes.observerEdition') },
      ]}
      visibility={{
        kind: 'secretariat',
        end: t('minutes.releasedOf', { released: publication.released, withheld: publication.withheld }),
      }}
      isFlush
    >
      <div className="body publication">
        <section className="sec" aria-labelledby="release">
          <div className="sech">
            <h2 id="release">{t('minutes.releaseTitle')}</h2>
            <span className="end">
              <MutationForm<typeof releaseAllParagraphs> intent="minutes.releaseAll" fixed={{ minutesId }}>
                <Submit kind="outlined" size="small">
                  {t('minutes.releaseAll')}
                </Submit>
              </MutationForm>
            </span>
          </div>
          <Table caption={t('minutes.releaseTitle')} isCaptionHidden isStacked head={<ReleaseHead />}>
            {paragraphs.map((paragraph) => (
              <tr key={paragraph.place}>
                <th scope="row">{paragraph.label ?? ''}</th>
                <td>
                  <DocumentView document={{ type: 'doc', content: paragraph.blocks }} lang={publication.language} />
                </td>
                <td>
                  <Tag kind={paragraph.isReleased ? 'ok' : 'plain'}>
                    {t(paragraph.isReleased ? 'minutes.isReleased' : 'minutes.isWithheld')}
                  </Tag>
                </td>
                <td className="num">
                  <MutationForm<typeof releaseParagraph>
                    intent="minutes.releaseParagraph"
                    fixed={{ minutesId, place: paragraph.place, isReleased: !paragraph.isReleased }}
                    label={t('minutes.paragraph', { number: paragraph.label ?? '–' })}
                  >
                    <Submit kind="outlined" size="small">
                      {t(paragraph.isReleased ? 'minutes.withhold' : 'minutes.release')}
                    </Submit>
                  </MutationForm>
                </td>
              </tr>
            ))}
          </Table>
        </section>
        <section className="sec" aria-labelledby="preview">
          <h2 id="preview">{t('minutes.previewObservers')}</h2>
          <div className="pap large">
            <RecordMasthead
              masthead={publication.masthead}
              language={publication.language}
              approvedAt={publication.approvedAt}
            />
            <RecordParagraphs
              paragraphs={paragraphs
                .filter(({ isReleased, label }) => isReleased || label !== null)
                .map(({ label, blocks, isReleased }) => ({ label, blocks: isReleased ? blocks : null }))}
              lang={publication.language}
            />
          </div>
        </section>
        <PublishForm publication={publication} />
      </div>
    </Page>
  )
}

function ReleaseHead() {
  const { t } = useWords()
  return (
    <>
      <th scope="col">{t('minutes.number')}</th>
      <th scope="col" className="x">
        {t('minutes.text')}
      </th>
      <th scope="col">{t('minutes.forObservers')}</th>
      <th scope="col">
        <span className="vh">{t('common.actions')}</span>
      </th>
    </>
  )
}

function PublishForm({ publication }: { publication: Publication }) {
  const { t, locale } = useWords()
  if (publication.step !== 'APPROVED') return <Notice kind="info">{t('minutes.publishAfterApproval')}</Notice>
  return (
    <section className="sec" aria-labelledby="publish">
      <h2 id="publish">{t('minutes.publishNowTitle')}</h2>
      <MutationForm<typeof publishRecord>
        intent="minutes.publish"
        fixed={{ minutesId: publication.minutesId, textHash: publication.textHash }}
        className="form"
      >
        <Notice kind="warn" title={t('minutes.publishConfirm')}>
          {t('minutes.willRead', {
            delegations: publication.observers.map(({ names }) => nameIn(names, locale)).join(', '),
          })}
        </Notice>
        <TextField
          name="password"
          type="password"
          label={t('positions.password')}
          autoComplete="current-password"
          dir="ltr"
          required
        />
        <div className="row">
          <Submit>{t('minutes.publishNow')}</Submit>
          <LinkButton to={`/minutes/${publication.minutesId}`} kind="quiet">
            {t('common.cancel')}
          </LinkButton>
        </div>
      </MutationForm>
    </section>
  )
}
