-- Take lines out of a buyer's cart, all of them as they are told (offer and number beside each other) or none:
-- true if they were taken. For the statement that commits a checkout, so that a line is ordered by one checkout.
-- Whoever comes second waits at the rows of the first, and finds them gone.
CREATE FUNCTION take_cart_lines_v1(p_buyer uuid, p_offers uuid[], p_quantities int[]) RETURNS boolean
LANGUAGE plpgsql AS $take$
DECLARE
  v_found int;
BEGIN
  SELECT count(*) INTO v_found
    FROM (SELECT l.offer_id FROM cart_line l
            JOIN unnest(p_offers, p_quantities) AS t (offer_id, quantity)
              ON t.offer_id = l.offer_id AND t.quantity = l.quantity
           WHERE l.buyer_id = p_buyer
           ORDER BY l.offer_id FOR UPDATE OF l) found;
  IF v_found <> cardinality(p_offers) THEN
    RETURN false;
  END IF;
  DELETE FROM cart_line WHERE buyer_id = p_buyer AND offer_id = ANY (p_offers);
  RETURN true;
END
$take$;
