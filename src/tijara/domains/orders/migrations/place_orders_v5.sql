-- The order door: the only way an order comes to be, and the only SQL that writes other domains' tables.
--
-- p_orders are 1..N orders for one seller, first come first served; p_at is the moment, p_due the deadline of each that waits for
-- its money (NULL: it waits for none). Each order is a JSON object that holds
--   id journal number key buyer checkout market currency items delivery fee tax total commission commission_vat
--   delivery_category delivery_bp delivery_tax fee_category fee_bp fee_tax includes_tax company
--   delivery_discount delivery_support delivery_reasons
--   method language recipient phone email address event event_name state service promised_from promised_to
--   lines: [{id position offer version stock variant product name_ar name_en picture sku
--            quantity list unit discount support support_tax reasons total net tax_category tax_class tax_bp tax commission commission_vat kind}]
-- total is what the buyer pays for a line: unit times quantity less discount, with the tax in it or beside it.
-- list is the offer's own price, which must still stand; unit may be lower by a price list.
-- state is pending (then it has a deadline) or placed; event_name is the fact that goes with it.
-- One row comes back for each: its place in the list (from 1), the outcome, the order's id and number
-- (also of the order that stood already: duplicate), and the offers at fault.
--
-- An order that fails never fails the others. Stock rows are locked once, in key order. The guard for each
-- line is on_hand - held + what this checkout holds >= quantity; CHECK constraints stand behind it.
--
-- The orders come as an array, which is opened once: out of one JSON list each statement would copy each order anew.
-- Each statement keeps one plan (decision 116): what is looked up by key comes from arrays, and `(SELECT v_accepted)` hides
-- from the planner how many there are, which would have it plan anew each time.
CREATE FUNCTION place_orders_v5(p_seller uuid, p_orders jsonb[], p_at timestamptz, p_due timestamptz[])
RETURNS TABLE (place int, outcome text, order_id uuid, number text, offer_ids uuid[])
LANGUAGE plpgsql AS $door$
#variable_conflict use_column
DECLARE
  v_stocks uuid[];       -- every stock that is asked for, in key order
  v_free int[];          -- beside it: units that may still be promised
  v_taken int[];         -- beside it: units that the accepted ones take
  v_unheld int[];        -- beside it: units of them that their checkouts held
  v_outcomes text[];     -- by place, like the ids and numbers that go with them
  v_ids uuid[];
  v_numbers text[];
  v_faults jsonb := '{}';
  v_accepted int[] := '{}';
  v_keys uuid[] := '{}'; -- of the accepted ones: the same key twice in one list is one order
  v_at int;              -- where a stock stands among all
  v_short uuid[];        -- of one order: of which there is too little
  v_order record;
BEGIN
  SELECT array_agg(s.id ORDER BY s.id), array_agg(s.on_hand - s.held ORDER BY s.id)
    INTO v_stocks, v_free
    FROM (SELECT id, on_hand, held FROM inventory_stock
           WHERE seller_id = p_seller AND id IN (
                 SELECT DISTINCT (l ->> 'stock')::uuid
                   FROM unnest(p_orders) AS o (body), jsonb_array_elements(o.body -> 'lines') l)
           ORDER BY id FOR NO KEY UPDATE) s;
  v_taken := array_fill(0, ARRAY[coalesce(cardinality(v_stocks), 0)]);
  v_unheld := v_taken;

  -- With the stock locked, nobody else can be placing the same order.
  FOR v_order IN
    SELECT o.place::int, (o.body ->> 'key')::uuid AS key,
           (o.body ->> 'id')::uuid AS id, o.body ->> 'number' AS number,
           stands.id AS known, stands.number AS known_number, faults.gone, faults.dear,
           wants.stocks, wants.at, wants.quantities, wants.held
      FROM unnest(p_orders) WITH ORDINALITY AS o (body, place)
      LEFT JOIN LATERAL (
        SELECT e.id, e.number FROM orders_order e
         WHERE e.seller_id = p_seller AND e.idempotency_key = (o.body ->> 'key')::uuid LIMIT 1) AS stands ON true
      CROSS JOIN LATERAL (
        SELECT array_agg(l.offer) FILTER (WHERE f.id IS NULL OR NOT f.is_active OR f.stock_id <> l.stock) AS gone,
               array_agg(l.offer) FILTER (WHERE f.is_active AND
                 (f.version <> l.version OR f.price_minor <> l.list)) AS dear
          FROM jsonb_to_recordset(o.body -> 'lines') AS l (offer uuid, version int, stock uuid, list bigint)
          LEFT JOIN offer f ON f.seller_id = p_seller AND f.id = l.offer) AS faults
      CROSS JOIN LATERAL (
        SELECT array_agg(l.stock) AS stocks, array_agg(array_position(v_stocks, l.stock)) AS at,
               array_agg(l.quantity) AS quantities, array_agg(coalesce(h.quantity, 0)) AS held
          FROM (SELECT stock, sum(quantity)::int AS quantity
                  FROM jsonb_to_recordset(o.body -> 'lines') AS l (stock uuid, quantity int)
                 GROUP BY stock) l
          LEFT JOIN inventory_hold h ON h.seller_id = p_seller
                AND h.checkout_id = (o.body ->> 'checkout')::uuid AND h.stock_id = l.stock) AS wants
     ORDER BY o.place
  LOOP
    IF v_order.known IS NOT NULL THEN
      v_outcomes[v_order.place] := 'duplicate';
      v_ids[v_order.place] := v_order.known;
      v_numbers[v_order.place] := v_order.known_number;
    ELSIF v_order.key = ANY (v_keys) THEN
      v_outcomes[v_order.place] := 'duplicate';
      v_ids[v_order.place] := v_ids[v_accepted[array_position(v_keys, v_order.key)]];
      v_numbers[v_order.place] := v_numbers[v_accepted[array_position(v_keys, v_order.key)]];
    ELSIF v_order.gone IS NOT NULL THEN
      v_outcomes[v_order.place] := 'unavailable';
      v_faults := v_faults || jsonb_build_object(v_order.place, v_order.gone);
    ELSIF v_order.dear IS NOT NULL THEN
      v_outcomes[v_order.place] := 'price_changed';
      v_faults := v_faults || jsonb_build_object(v_order.place, v_order.dear);
    ELSE
      v_short := '{}';
      FOR i IN 1 .. cardinality(v_order.stocks) LOOP
        IF coalesce(v_free[v_order.at[i]], 0) + v_order.held[i] < v_order.quantities[i] THEN
          v_short := v_short || v_order.stocks[i];
        END IF;
      END LOOP;
      IF v_short <> '{}' THEN
        v_outcomes[v_order.place] := 'sold_out';
        v_faults := v_faults || jsonb_build_object(v_order.place, (
          SELECT array_agg(l.offer) FROM jsonb_to_recordset(p_orders[v_order.place] -> 'lines') AS l (offer uuid, stock uuid)
           WHERE l.stock = ANY (v_short)));
      ELSE
        v_outcomes[v_order.place] := 'placed';
        v_ids[v_order.place] := v_order.id;
        v_numbers[v_order.place] := v_order.number;
        v_accepted := v_accepted || v_order.place;
        v_keys := v_keys || v_order.key;
        FOR i IN 1 .. cardinality(v_order.stocks) LOOP
          v_at := v_order.at[i];
          v_free[v_at] := v_free[v_at] - v_order.quantities[i] + v_order.held[i];
          v_taken[v_at] := v_taken[v_at] + v_order.quantities[i];
          v_unheld[v_at] := v_unheld[v_at] + v_order.held[i];
        END LOOP;
      END IF;
    END IF;
  END LOOP;

  IF v_accepted <> '{}' THEN
    INSERT INTO orders_order (seller_id, id, number, idempotency_key, buyer_id, checkout_id, market_id, state,
        placed_at, moved_at, currency, items_minor, delivery_minor, fee_minor, tax_minor, total_minor,
        delivery_category, delivery_bp, delivery_tax_minor, fee_category, fee_bp, fee_tax_minor,
        prices_include_tax, company, commission_minor, commission_vat_minor, payment_method, language, recipient, phone, email, address,
        due_at, delivery_service, promised_from, promised_to, delivery_discount_minor, delivery_support_minor,
        delivery_reasons)
    SELECT p_seller, o.id, o.number, o.key, o.buyer, o.checkout, o.market, o.state,
           p_at, p_at, o.currency, o.items, o.delivery, o.fee, o.tax, o.total,
           o.delivery_category, o.delivery_bp, o.delivery_tax, o.fee_category, o.fee_bp, o.fee_tax,
           o.includes_tax, nullif(o.company, 'null'), o.commission, o.commission_vat, o.method, o.language, o.recipient, o.phone, o.email, o.address,
           p_due[a.place], o.service, o.promised_from, o.promised_to, o.delivery_discount, o.delivery_support,
           o.delivery_reasons
      FROM unnest((SELECT v_accepted)) AS a (place)
      CROSS JOIN LATERAL jsonb_to_record(p_orders[a.place]) AS o (
        id uuid, number text, key uuid, buyer uuid, checkout uuid, market uuid, currency text, items bigint,
        delivery bigint, fee bigint, tax bigint, total bigint, delivery_category text, delivery_bp int,
        delivery_tax bigint, fee_category text, fee_bp int, fee_tax bigint, includes_tax boolean, company jsonb,
        commission bigint, commission_vat bigint,
        method text, language text, recipient text, phone text, email text, address jsonb, state text,
        service text, promised_from date, promised_to date, delivery_discount bigint,
        delivery_support bigint, delivery_reasons jsonb);

    INSERT INTO orders_line (seller_id, id, order_id, position, offer_id, offer_version, stock_id, variant_id,
        product_id, name_ar, name_en, picture, sku, quantity, unit_minor, total_minor, net_minor, tax_category,
        tax_class, tax_bp, tax_minor, commission_minor, commission_vat_minor, kind, list_minor, discount_minor,
        support_minor, support_tax_minor, reasons)
    SELECT p_seller, l.id, (p_orders[a.place] ->> 'id')::uuid, l.position, l.offer, l.version, l.stock,
           l.variant, l.product, l.name_ar, l.name_en, l.picture, l.sku, l.quantity, l.unit,
           l.total, l.net, l.tax_category, l.tax_class, l.tax_bp, l.tax, l.commission, l.commission_vat, l.kind, l.list,
           l.discount, l.support, l.support_tax, l.reasons
      FROM unnest((SELECT v_accepted)) AS a (place)
      CROSS JOIN LATERAL jsonb_to_recordset(p_orders[a.place] -> 'lines') AS l (
        id uuid, position smallint, offer uuid, version int, stock uuid, variant uuid, product uuid,
        name_ar text, name_en text, picture text, sku text, quantity int, unit bigint, total bigint, net bigint,
        tax_category text, tax_class text, tax_bp int, tax bigint, commission bigint, commission_vat bigint, kind text,
        list bigint, discount bigint, support bigint, support_tax bigint, reasons jsonb);

    UPDATE inventory_stock s
       SET on_hand = s.on_hand - d.taken, held = s.held - d.unheld
      FROM unnest(v_stocks, v_taken, v_unheld) AS d (id, taken, unheld)
     WHERE s.seller_id = p_seller AND s.id = d.id AND d.taken > 0;

    IF 0 < ANY (v_unheld) THEN
      DELETE FROM inventory_hold h
       USING unnest(v_accepted) AS a (place),
             jsonb_to_recordset(p_orders[a.place] -> 'lines') AS l (stock uuid)
       WHERE h.seller_id = p_seller AND h.stock_id = l.stock
         AND h.checkout_id = (p_orders[a.place] ->> 'checkout')::uuid;
    END IF;

    INSERT INTO inventory_movement (seller_id, id, stock_id, quantity, kind, reference_id, moved_at)
    SELECT p_seller, uuidv7(), l.stock, -l.quantity, 'sale', (p_orders[a.place] ->> 'id')::uuid, p_at
      FROM unnest((SELECT v_accepted)) AS a (place)
      CROSS JOIN LATERAL jsonb_to_recordset(p_orders[a.place] -> 'lines') AS l (stock uuid, quantity int);

    INSERT INTO ledger_journal (seller_id, id, kind, reference, order_id, currency, occurred_at)
    SELECT p_seller, o.journal, 'order_placed', 'order_placed:' || o.id, o.id, o.currency, p_at
      FROM unnest((SELECT v_accepted)) AS a (place)
      CROSS JOIN LATERAL jsonb_to_record(p_orders[a.place]) AS o (journal uuid, id uuid, currency text);

    INSERT INTO ledger_posting (seller_id, id, journal_id, debit, credit, amount_minor)
    SELECT p_seller, uuidv7(), o.journal, 'buyer_receivable', 'orders_pending', o.total
      FROM unnest((SELECT v_accepted)) AS a (place)
      CROSS JOIN LATERAL jsonb_to_record(p_orders[a.place]) AS o (journal uuid, total bigint)
     WHERE o.total > 0;

    INSERT INTO outbox_event (owner_id, id, name, body, lane, recorded_at, attempts, last_error)
    SELECT p_seller, uuidv7(), p_orders[a.place] ->> 'event_name', p_orders[a.place] -> 'event',
           get_byte(uuid_send(p_seller), 15) % 16, p_at, 0, ''
      FROM unnest((SELECT v_accepted)) AS a (place);
  END IF;

  FOR i IN 1 .. cardinality(p_orders) LOOP
    place := i;
    outcome := v_outcomes[i];
    order_id := v_ids[i];
    number := v_numbers[i];
    offer_ids := '{}';
    IF v_faults ? i::text THEN
      offer_ids := ARRAY(SELECT jsonb_array_elements_text(v_faults -> i::text)::uuid);
    END IF;
    RETURN NEXT;
  END LOOP;
END $door$;
