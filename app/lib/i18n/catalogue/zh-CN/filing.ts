export const messages = {
  heading: '报送',
};
