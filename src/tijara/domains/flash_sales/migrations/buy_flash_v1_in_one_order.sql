-- A flash sale's purchase: many presses of the button in one statement, through the order door.
--
-- p_places are places of one seller's queues, first come first served; each has its order ready, as the door
-- takes it. A row comes back for each: where it stood in the list (from 1), what came of it, and the order.
--
-- Its plans are kept from the first call on, when the tables of a sale are empty yet: so they are told to go by keys, and
-- as for the average seller (decision 182).
--
-- One that fails never fails the others. The order of locks is everybody's (docs/algorithms/flash-sales.md): places by id,
-- items by id, then the door's stock rows, then shares by key. Behind the guards stand the constraints of
-- flash_item, flash_share and flash_place.
--
-- A guest is one person by his phone: no more than a person may goes to one phone, whatever browsers it is typed in.
-- Who has an account is one by that, and his phone may be his household's. A share keeps the strictest that was asked of it.
--
-- What was agreed stands: a shop that edits its offer meanwhile changes no order that lies ready (decision 249). The door is
-- told the offer as it stands now, as long as the sale's price is the lower one still.
CREATE OR REPLACE FUNCTION buy_flash_v1(p_seller uuid, p_places uuid[], p_at timestamptz)
RETURNS TABLE (ordinal int, outcome text, order_id uuid, number text, checkout_id uuid)
LANGUAGE plpgsql
SET enable_seqscan TO off SET enable_hashjoin TO off SET enable_mergejoin TO off
SET plan_cache_mode TO force_generic_plan
AS $buy$
#variable_conflict use_column
DECLARE
  v_outcomes text[];     -- by place in the list, like the three beside it
  v_order_ids uuid[];
  v_numbers text[];
  v_checkouts uuid[];
  v_go int[];            -- which of them go through the door, in turn
  v_orders jsonb[];
  v_due timestamptz[];
  v_answers text[];      -- of the door, for each that goes
  v_found uuid[];
  v_told text[];
  v_stand int[];         -- which of them have an order now
BEGIN
  PERFORM 1 FROM flash_place p WHERE p.seller_id = p_seller AND p.id = ANY (p_places)
    ORDER BY p.id FOR NO KEY UPDATE;

  SELECT array_agg(CASE
           WHEN d.id IS NULL THEN 'unknown'
           WHEN d.state = 'bought' THEN 'duplicate'
           WHEN d.state <> 'turn' THEN CASE d.state WHEN 'waiting' THEN 'waiting' ELSE 'lapsed' END
           WHEN d.sale_state <> 'agreed' OR p_at < d.starts_at OR p_at >= d.ends_at THEN 'not_now'
           WHEN d.turn_until < p_at THEN 'lapsed'
           WHEN NOT d.is_ready THEN 'unprepared'
           WHEN d.phone_had + d.quantity > d.phone_most OR d.home_had + d.quantity > d.per_household THEN 'limit'
           WHEN d.before > 0 THEN 'again'
           ELSE 'go' END ORDER BY d.ord),
         array_agg(d.order_id ORDER BY d.ord), array_agg(d.number ORDER BY d.ord),
         array_agg(d.checkout_id ORDER BY d.ord)
    INTO v_outcomes, v_order_ids, v_numbers, v_checkouts
    FROM (
      SELECT a.ord, p.id, p.state, p.turn_until, p.is_ready, p.quantity, p.order_id, p.number, p.checkout_id,
             s.state AS sale_state, s.starts_at, s.ends_at, s.per_household,
             coalesce(u.units, 0) AS phone_had, coalesce(w.units, 0) AS home_had,
             least(u.most, CASE WHEN p.person_id IS NULL THEN s.per_person ELSE s.per_household END) AS phone_most,
             greatest(row_number() OVER (PARTITION BY p.sale_id, p.phone_key ORDER BY a.ord),
                      CASE WHEN p.address_key = '' THEN 1 ELSE
                        row_number() OVER (PARTITION BY p.sale_id, p.address_key ORDER BY a.ord) END) - 1 AS before
        FROM unnest(p_places) WITH ORDINALITY AS a (id, ord)
        LEFT JOIN flash_place p ON p.seller_id = p_seller AND p.id = a.id
        LEFT JOIN flash_sale s ON s.seller_id = p_seller AND s.id = p.sale_id
        LEFT JOIN flash_share u ON u.seller_id = p_seller AND u.sale_id = p.sale_id AND u.key = p.phone_key
        LEFT JOIN flash_share w ON w.seller_id = p_seller AND w.sale_id = p.sale_id AND w.key = p.address_key
    ) d;

  v_go := ARRAY(SELECT g.i FROM unnest(v_outcomes) WITH ORDINALITY AS g (outcome, i)
                 WHERE g.outcome = 'go' ORDER BY g.i);
  IF v_go <> '{}' THEN
    PERFORM 1 FROM flash_item i WHERE i.seller_id = p_seller AND i.id = ANY (ARRAY(
      SELECT p.item_id FROM unnest(v_go) AS g (i) JOIN flash_place p ON p.seller_id = p_seller AND p.id = p_places[g.i]))
      ORDER BY i.id FOR NO KEY UPDATE;

    SELECT array_agg(CASE WHEN f.version <> (p."order" #>> '{lines,0,version}')::int AND f.price_minor > i.price_minor
             THEN jsonb_set(jsonb_set(p."order", '{lines,0,version}', to_jsonb(f.version)),
                            '{lines,0,list}', to_jsonb(f.price_minor))
             ELSE p."order" END ORDER BY g.i),
           array_agg(p_at + p.patience ORDER BY g.i)
      INTO v_orders, v_due
      FROM unnest(v_go) AS g (i)
      JOIN flash_place p ON p.seller_id = p_seller AND p.id = p_places[g.i]
      JOIN flash_item i ON i.seller_id = p_seller AND i.id = p.item_id
      LEFT JOIN offer f ON f.seller_id = p_seller AND f.id = i.offer_id;

    SELECT array_agg(d.outcome ORDER BY d.place), array_agg(d.order_id ORDER BY d.place),
           array_agg(d.number ORDER BY d.place)
      INTO v_answers, v_found, v_told
      FROM place_orders_v5(p_seller, v_orders, p_at, v_due) AS d;

    FOR i IN 1 .. cardinality(v_go) LOOP
      IF v_answers[i] IN ('placed', 'duplicate') THEN
        v_outcomes[v_go[i]] := 'bought';
        v_order_ids[v_go[i]] := v_found[i];
        v_numbers[v_go[i]] := v_told[i];
        v_stand := v_stand || v_go[i];
      ELSE
        v_outcomes[v_go[i]] := v_answers[i];
      END IF;
    END LOOP;
  END IF;

  IF v_stand <> '{}' THEN
    UPDATE flash_item AS i SET held = i.held - d.units, sold = i.sold + d.units
      FROM (SELECT p.item_id, sum(p.quantity) AS units
              FROM unnest(v_stand) AS g (i) JOIN flash_place p ON p.seller_id = p_seller AND p.id = p_places[g.i]
             GROUP BY p.item_id) AS d
     WHERE i.seller_id = p_seller AND i.id = d.item_id;

    INSERT INTO flash_share AS h (seller_id, sale_id, key, units, most)
    SELECT p_seller, p.sale_id, k.key, p.quantity, k.most
      FROM unnest(v_stand) AS g (i)
      JOIN flash_place p ON p.seller_id = p_seller AND p.id = p_places[g.i]
      JOIN flash_sale s ON s.seller_id = p_seller AND s.id = p.sale_id
      CROSS JOIN LATERAL (VALUES
        (p.phone_key, CASE WHEN p.person_id IS NULL THEN s.per_person ELSE s.per_household END),
        (p.address_key, s.per_household)) AS k (key, most)
     WHERE k.key <> ''
     ORDER BY p.sale_id, k.key
    ON CONFLICT (seller_id, sale_id, key) DO UPDATE
       SET units = h.units + excluded.units, most = least(h.most, excluded.most);

    UPDATE flash_place AS p
       SET state = 'bought', order_id = v_order_ids[g.i], number = v_numbers[g.i], bought_at = p_at, turn_until = NULL
      FROM unnest(v_stand) AS g (i)
     WHERE p.seller_id = p_seller AND p.id = p_places[g.i];
  END IF;

  RETURN QUERY SELECT i, v_outcomes[i], v_order_ids[i], v_numbers[i], v_checkouts[i]
                 FROM generate_series(1, cardinality(p_places)) AS i;
END $buy$;
