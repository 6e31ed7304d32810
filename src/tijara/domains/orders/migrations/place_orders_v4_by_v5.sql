-- The door as the last release knows it: one JSON list, whose first order says the moment, and each its deadline.
CREATE OR REPLACE FUNCTION place_orders_v4(p_seller uuid, p_orders jsonb)
RETURNS TABLE (place int, outcome text, order_id uuid, number text, offer_ids uuid[])
LANGUAGE plpgsql AS $door$
BEGIN
  RETURN QUERY SELECT * FROM place_orders_v5(
    p_seller,
    ARRAY(SELECT o.body FROM jsonb_array_elements(p_orders) WITH ORDINALITY AS o (body, place) ORDER BY o.place),
    coalesce((p_orders -> 0 ->> 'at')::timestamptz, now()),
    ARRAY(SELECT (o.body ->> 'due')::timestamptz
            FROM jsonb_array_elements(p_orders) WITH ORDINALITY AS o (body, place) ORDER BY o.place));
END $door$;
