import { useCounty } from '../frame/county.ts';
import { PhoneLink } from '../frame/PhoneLink.tsx';
import { emergencyNumbers } from './numbers.ts';

export const NumberList = ({ big }: { big?: boolean }) => (
  <ul class={big ? 'numbers big' : 'numbers'}>
    {emergencyNumbers(useCounty()).map(({ name, number }) => (
      <li key={number}>
        <PhoneLink number={number} big={big} />
        <span class="kern-body">{name}</span>
      </li>
    ))}
  </ul>
);
