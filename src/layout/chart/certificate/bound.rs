//! The least number of crossings that any drawing of a page could have.
//!
//! Every drawing counts, not only orthogonal ones, in which each flow stays between the two levels it connects. Between
//! two levels the flows have an order from left to right; at a level those that end there must be neighbours and give
//! way to those that begin there, the others pass on either side. The fewest swaps of neighbours over all such
//! sequences is the bound. It knows nothing of sides, bends and lanes: a page can be optimal and still be above it.

use std::collections::BTreeMap;

/// Flows abreast up to which the orders are tried.
const ABREAST: usize = 7;

/// From an upper to a lower level; `None` is the strip above or below.
pub(super) type Span = (Option<usize>, Option<usize>);

/// The flows abreast, from left to right.
type Order = Vec<u8>;

/// The bound of a page with this many levels. Nothing is known where more than seven flows run abreast.
pub(super) fn least_crossings(levels: usize, flows: &[Span]) -> Option<usize> {
    let flows_at = |at: &dyn Fn(&Span) -> bool| -> Option<Order> {
        let found = flows.iter().enumerate().filter(|(_, flow)| at(flow));
        found.map(|(index, _)| u8::try_from(index).ok()).collect()
    };
    let from_above = flows_at(&|flow| flow.0.is_none())?;
    if from_above.len() > ABREAST {
        return None;
    }
    let mut abreast = from_above.len();
    let mut orders: BTreeMap<Order, usize> =
        arrangements(&from_above).into_iter().map(|of| (of, 0)).collect();
    for level in 0..levels {
        let ending = flows_at(&|flow| flow.1 == Some(level))?;
        let beginning = arrangements(&flows_at(&|flow| flow.0 == Some(level))?);
        abreast = abreast + beginning[0].len() - ending.len();
        if abreast > ABREAST {
            return None;
        }
        if !ending.is_empty() {
            swap_freely(&mut orders);
        }
        orders = pass(&orders, &ending, &beginning);
    }
    orders.into_values().min()
}

/// Every order of some flows.
fn arrangements(flows: &[u8]) -> Vec<Order> {
    let Some((first, rest)) = flows.split_first() else { return vec![Vec::new()] };
    let mut out = Vec::new();
    for of_rest in arrangements(rest) {
        for at in 0..=of_rest.len() {
            let mut order = of_rest.clone();
            order.insert(at, *first);
            out.push(order);
        }
    }
    out
}

/// Lets neighbours change places, each time for one crossing.
fn swap_freely(orders: &mut BTreeMap<Order, usize>) {
    let mut by_price: BTreeMap<usize, Vec<Order>> = BTreeMap::new();
    for (order, price) in orders.iter() {
        by_price.entry(*price).or_default().push(order.clone());
    }
    while let Some((price, of_price)) = by_price.pop_first() {
        for order in of_price {
            if orders[&order] < price {
                continue;
            }
            for left in 1..order.len() {
                let mut other = order.clone();
                other.swap(left - 1, left);
                if orders.get(&other).is_none_or(|known| *known > price + 1) {
                    orders.insert(other.clone(), price + 1);
                    by_price.entry(price + 1).or_default().push(other);
                }
            }
        }
    }
}

/// The orders below a level: those that end there stand side by side and are replaced by those that begin.
fn pass(orders: &BTreeMap<Order, usize>, ending: &[u8], beginning: &[Order]) -> BTreeMap<Order, usize> {
    let mut out: BTreeMap<Order, usize> = BTreeMap::new();
    for (order, price) in orders {
        let places: Vec<usize> = (0..order.len()).filter(|at| ending.contains(&order[*at])).collect();
        let gaps = match places[..] {
            [] => 0..=order.len(),
            [first, .., last] if last - first + 1 != places.len() => continue,
            [first, ..] => first..=first,
        };
        for gap in gaps {
            for new in beginning {
                let mut next = order.clone();
                next.splice(gap..gap + places.len(), new.iter().copied());
                let known = out.entry(next).or_insert(*price);
                *known = (*known).min(*price);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_crosses_nothing() {
        assert_eq!(least_crossings(3, &[(Some(0), Some(1)), (Some(1), Some(2))]), Some(0));
    }

    #[test]
    fn two_loops_on_either_side_cross_nothing_and_a_third_must() {
        // 0 → 3, 1 → 4, 2 → 5 overlap, with the chain between: one may pass on each side.
        let chain = (0..5).map(|level| (Some(level), Some(level + 1)));
        let with = |loops: &[(usize, usize)]| {
            let loops = loops.iter().map(|(from, to)| (Some(*from), Some(*to)));
            least_crossings(6, &chain.clone().chain(loops).collect::<Vec<_>>())
        };
        assert_eq!(with(&[(0, 3), (1, 4)]), Some(0));
        assert_eq!(with(&[(0, 3), (1, 4), (2, 5)]), Some(1));
    }

    #[test]
    fn more_than_seven_abreast_are_not_tried() {
        let flows = [(Some(0), Some(1)); 8];
        assert_eq!(least_crossings(2, &flows), None);
        assert_eq!(least_crossings(2, &flows[1..]), Some(0));
    }

    #[test]
    fn strips_put_their_flows_in_any_order() {
        let flows = [(None, Some(1)), (None, Some(0)), (Some(0), None), (Some(0), Some(1))];
        assert_eq!(least_crossings(2, &flows), Some(0));
    }
}
