-- Documents without a circle of their own are opened by the row that owns them: whoever sees the row sees the document.
CREATE POLICY live_document_of_note ON live_document USING (
  accreditation_id IS NULL AND delegation_id IS NULL AND side IS NULL
  AND EXISTS (SELECT 1 FROM note n WHERE n.document_id = live_document.id)
);
CREATE POLICY live_document_of_draft ON live_document USING (
  accreditation_id IS NULL AND delegation_id IS NULL AND side IS NULL
  AND EXISTS (SELECT 1 FROM draft d WHERE d.document_id = live_document.id)
);
