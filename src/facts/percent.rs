//! Shares of a whole in percent.

/// Whole percentages of counts, rounded so that they add up to 100: what is left after rounding down goes to the largest
/// remainders, the first of those that are equal. All are 0 where there is nothing to share.
pub fn percentages(counts: &[usize]) -> Vec<usize> {
    let total: usize = counts.iter().sum();
    if total == 0 {
        return vec![0; counts.len()];
    }
    let mut shares: Vec<usize> = counts.iter().map(|count| count * 100 / total).collect();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(counts[*at] * 100 % total));
    let left = 100 - shares.iter().sum::<usize>();
    for at in order.into_iter().take(left) {
        shares[at] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::percentages;

    #[test]
    fn they_add_up_to_a_hundred() {
        assert_eq!(percentages(&[18, 26, 13, 3, 1]), [29, 43, 21, 5, 2]);
        assert_eq!(percentages(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(percentages(&[0, 0]), [0, 0]);
        assert_eq!(percentages(&[]), [0; 0]);
        assert_eq!(percentages(&[7, 0]), [100, 0]);
    }
}
