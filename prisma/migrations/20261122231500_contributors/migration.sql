-- Whether the force generator has accepted troops or police of a delegation; asked by the policy below, which may not ask itself.
CREATE OR REPLACE FUNCTION plenary_contributes_to_force(delegation text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET plenary.engine TO 'on' AS $$
  SELECT EXISTS (
    SELECT 1 FROM force_offer o JOIN force_figure f ON f.offer_id = o.id
    WHERE o.delegation_id = delegation AND o.kind IN ('TROOPS', 'POLICE') AND f.accepted > 0
  )
$$;
